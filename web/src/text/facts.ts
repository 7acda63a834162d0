import type { Change, FactDefinition, FactValue, FactView, Option } from '../contract.js';
import { messages } from '../messages.js';

/** What a change did, in one line: 56周岁；职称系列改为：卫生系列；去掉：年龄. */
export function changeText({ fact, op, value }: Change, facts: Record<string, FactView>): string {
  const view = facts[fact];
  const label = view?.label ?? fact;
  if (op === 'retracted') return `${messages.retracted}：${label}`;
  const inferred = view?.source === 'derived' ? `（${messages.inferred}）` : '';
  const shown = view?.display ?? valueText(value);
  return op === 'corrected' ? `${label}${messages.corrected}：${shown}` : (view ? shown : `${label}：${shown}`) + inferred;
}

/** A value in words, where the service gave no display. */
export function valueText(value: FactValue | null | undefined): string {
  if (value === true) return messages.yes;
  if (value === false) return messages.no;
  return value === null || value === undefined ? '' : String(value);
}

/** A fact with its value, as one would say it: 年龄56周岁；职称系列：卫生；专业技术岗位；单位同意：否. */
export function factText(definition: FactDefinition, value: FactValue): string {
  const { short_label, type, unit = '' } = definition;
  if (type === 'number') return `${short_label}${value}${unit}`;
  if (value === true) return short_label;
  const shown = optionsOf(definition).find((option) => option.value === value)?.label ?? valueText(value);
  return `${short_label}：${shown}`;
}

/** What can be chosen for a fact; none for a number. */
export function optionsOf(definition: FactDefinition): Option[] {
  if (definition.options?.length) return definition.options;
  if (definition.type === 'boolean') {
    return [
      { value: true, label: messages.yes },
      { value: false, label: messages.no },
    ];
  }
  return (definition.values ?? []).map((value) => ({ value, label: value }));
}
