import type { Kysely } from "kysely";
import type { Schema } from "../schema.ts";

/**
 * The tables that better-auth 1.6 asks for, under our names. Its column names and its dates are its own:
 * only people/auth.ts reads and writes them.
 */
export async function up(db: Kysely<Schema>): Promise<void> {
  await makePersons(db);
  await makeSessions(db);
  await makeCredentials(db);
  await makeVerifications(db);
  await makePasskeys(db);
}

async function makePersons(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("persons")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("email", "text", (column) => column.notNull().unique())
    .addColumn("emailVerified", "integer", (column) => column.notNull())
    .addColumn("image", "text")
    .addColumn("createdAt", "date", (column) => column.notNull())
    .addColumn("updatedAt", "date", (column) => column.notNull())
    .execute();
}

async function makeSessions(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("sessions")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("expiresAt", "date", (column) => column.notNull())
    .addColumn("token", "text", (column) => column.notNull().unique())
    .addColumn("createdAt", "date", (column) => column.notNull())
    .addColumn("updatedAt", "date", (column) => column.notNull())
    .addColumn("ipAddress", "text")
    .addColumn("userAgent", "text")
    .addColumn("userId", "text", (column) => column.notNull().references("persons.id").onDelete("cascade"))
    .execute();
  await db.schema.createIndex("sessions_of_person").on("sessions").column("userId").execute();
}

async function makeCredentials(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("credentials")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("accountId", "text", (column) => column.notNull())
    .addColumn("providerId", "text", (column) => column.notNull())
    .addColumn("userId", "text", (column) => column.notNull().references("persons.id").onDelete("cascade"))
    .addColumn("accessToken", "text")
    .addColumn("refreshToken", "text")
    .addColumn("idToken", "text")
    .addColumn("accessTokenExpiresAt", "date")
    .addColumn("refreshTokenExpiresAt", "date")
    .addColumn("scope", "text")
    .addColumn("password", "text")
    .addColumn("createdAt", "date", (column) => column.notNull())
    .addColumn("updatedAt", "date", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("credentials_of_person").on("credentials").column("userId").execute();
}

async function makeVerifications(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("verifications")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("identifier", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("expiresAt", "date", (column) => column.notNull())
    .addColumn("createdAt", "date", (column) => column.notNull())
    .addColumn("updatedAt", "date", (column) => column.notNull())
    .execute();
  await db.schema.createIndex("verifications_by_identifier").on("verifications").column("identifier").execute();
}

async function makePasskeys(db: Kysely<Schema>): Promise<void> {
  await db.schema
    .createTable("passkeys")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("name", "text")
    .addColumn("publicKey", "text", (column) => column.notNull())
    .addColumn("userId", "text", (column) => column.notNull().references("persons.id").onDelete("cascade"))
    .addColumn("credentialID", "text", (column) => column.notNull())
    .addColumn("counter", "integer", (column) => column.notNull())
    .addColumn("deviceType", "text", (column) => column.notNull())
    .addColumn("backedUp", "integer", (column) => column.notNull())
    .addColumn("transports", "text")
    .addColumn("createdAt", "date")
    .addColumn("aaguid", "text")
    .execute();
  await db.schema.createIndex("passkeys_of_person").on("passkeys").column("userId").execute();
  await db.schema.createIndex("passkeys_by_credential").on("passkeys").column("credentialID").execute();
}
