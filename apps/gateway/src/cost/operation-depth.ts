import {
  Kind,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** How many levels of fields an operation asks for; introspection does not count. Its fragments must not be cyclic. */
export function operationDepth({ selectionSet }: OperationDefinitionNode, fragments: Fragments): number {
  return depthOf(selectionSet, fragments);
}

function depthOf(selectionSet: SelectionSetNode | undefined, fragments: Fragments): number {
  return Math.max(0, ...(selectionSet?.selections ?? []).map((selection) => levelsOf(selection, fragments)));
}

function levelsOf(selection: SelectionNode, fragments: Fragments): number {
  if (selection.kind === Kind.FRAGMENT_SPREAD) return depthOf(fragments[selection.name.value]?.selectionSet, fragments);
  if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet, fragments);
  return selection.name.value.startsWith('__') ? 0 : 1 + depthOf(selection.selectionSet, fragments);
}
