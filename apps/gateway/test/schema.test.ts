import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import '../src/index.js';
import { buildSchema } from '../src/schema/build-schema.js';
import { printedSchema } from '../src/schema/printed-schema.js';

describe('the schema', () => {
  const schema = buildSchema();
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type),
  );

  it('is the one that is checked in: `npm run generate:schema` writes it', async () => {
    const file = path.join(import.meta.dirname, '../schema.graphql');
    expect(await readFile(file, 'utf8')).toBe(printedSchema());
  });

  it('describes every type, field, argument and value', () => {
    const bare = types.flatMap((type) => undescribed(type));
    expect(bare).toEqual([]);
  });

  it('asks for exactly one way to name a Case and a Target', () => {
    const oneOf = types.filter((type) => isInputObjectType(type) && type.isOneOf).map(({ name }) => name);
    expect(oneOf.sort()).toEqual(['CaseBy', 'TargetBy']);
  });

  it('has Relay’s Node, and every type with an id is one', () => {
    const withId = types.filter(isObjectType).filter((type) => type.getFields()['id'] !== undefined);
    expect(withId.map(({ name }) => name).sort()).toEqual([
      'Case',
      'CaseConflict',
      'Court',
      'DocketEntryEvent',
      'PublicationEvent',
      'Target',
      'Watch',
    ]);
    expect(withId.every((type) => type.getInterfaces().some(({ name }) => name === 'Node'))).toBe(true);
  });

  it('gives no number where a unit is needed: spans of time are Durations', () => {
    const every = schema.getType('Target');
    expect(isObjectType(every) && getNamedType(every.getFields()['every']!.type).name).toBe('Duration');
  });
});

function undescribed(type: GraphQLNamedType): readonly string[] {
  const bare: string[] = type.description ? [] : [type.name];
  if (isEnumType(type))
    for (const value of type.getValues()) if (!value.description) bare.push(`${type.name}.${value.name}`);
  if (isInputObjectType(type))
    for (const field of Object.values(type.getFields()))
      if (!field.description) bare.push(`${type.name}.${field.name}`);
  if (isObjectType(type) || isInterfaceType(type)) {
    for (const field of Object.values(type.getFields())) {
      if (!field.description) bare.push(`${type.name}.${field.name}`);
      for (const arg of field.args) if (!arg.description) bare.push(`${type.name}.${field.name}(${arg.name})`);
    }
  }
  return bare;
}
