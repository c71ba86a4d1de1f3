import 'reflect-metadata'
import {
  Body,
  ConflictException,
  Controller,
  Get,
  Post,
  UnauthorizedException,
  UseGuards,
  ValidationPipe,
  type ValidationPipeOptions,
} from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { ThrottlerGuard, ThrottlerModule, type ThrottlerOptions } from '@nestjs/throttler'
import { Type } from 'class-transformer'
import { IsArray, IsEmail, IsInt, IsString, Min, ValidateNested } from 'class-validator'
import type { AddressInfo, Server } from 'node:net'
import type { Served } from '../serve.ts'

// The decorators are called as functions: nothing here compiles their syntax, or emits the types they look for.
class Address {
  declare zip: string
}
decorate(Address, 'zip', IsString())

class Signup {
  declare email: string
}
decorate(Signup, 'email', IsEmail())
decorate(Signup, 'age', IsInt(), Min(18))
decorate(
  Signup,
  'address',
  ValidateNested(),
  Type(() => Address),
)
decorate(Signup, 'tags', IsArray(), IsString({ each: true }))

class Accounts {
  signup(body: unknown): unknown {
    return body
  }
  me(): never {
    throw new UnauthorizedException()
  }
  taken(): never {
    throw new ConflictException('This name is taken.')
  }
  broken(): never {
    throw new Error('a secret of the server')
  }
  seldom(): number {
    return 1
  }
}
Body()(Accounts.prototype, 'signup', 0)
Reflect.defineMetadata('design:paramtypes', [Signup], Accounts.prototype, 'signup')
decorate(Accounts, 'signup', Post('signup'))
decorate(Accounts, 'me', Get('me'))
decorate(Accounts, 'taken', Get('taken'))
decorate(Accounts, 'broken', Get('broken'))
decorate(Accounts, 'seldom', Get('seldom'), UseGuards(ThrottlerGuard))
Controller()(Accounts)

/** An application of NestJS with its validation pipe and its throttler. */
export async function serveNest(
  throttlers: ThrottlerOptions[],
  validation: ValidationPipeOptions = {},
): Promise<Served> {
  const module = { module: Accounts, imports: [ThrottlerModule.forRoot(throttlers)], controllers: [Accounts] }
  const app = await NestFactory.create(module, { logger: false })
  app.useGlobalPipes(new ValidationPipe({ whitelist: true, forbidNonWhitelisted: true, ...validation }))
  await app.listen(0, '127.0.0.1')
  const server = app.getHttpServer() as Server
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => app.close() }
}

type Decorator = (target: object, name: string, descriptor: PropertyDescriptor) => unknown

function decorate(type: { readonly prototype: object }, name: string, ...decorators: readonly unknown[]): void {
  const descriptor = Object.getOwnPropertyDescriptor(type.prototype, name) ?? {}
  // As decorators run: the last one first.
  for (const decorator of decorators.toReversed()) (decorator as Decorator)(type.prototype, name, descriptor)
}
