/**
 * The only door to the program behind the screens. Nothing else imports @tauri-apps.
 *
 * Reading. `loaded` asks once, and again whenever one of the kinds changes; it must be called
 * while a component is being set up, and what its function reads (a page parameter, a filter)
 * makes it ask again too:
 *
 *     const voices = loaded(['voice', 'answer'], () => call('voices.list', { theme }));
 *     <Loaded resource={voices}>{#snippet children(data)} … {/snippet}</Loaded>
 *
 * Writing. `save` makes a change, tells every `loaded` which kinds changed, notes when it
 * happened (the page head says "saved 2:02pm") and offers Undo in a toast:
 *
 *     const event = await save('event.log', { … }, { said: 'Event logged' });
 *     await save('item.rename', { … }, { quiet: true });   // as you type: no toast, still undoable
 *
 * A refusal is thrown as `Refused { code, message, field }`: a plain sentence to show as it is.
 * `FormState` ($lib/form.svelte) catches it and places it beside its field; `attempt` shows it
 * as a toast, for buttons that stand alone:
 *
 *     <Button onclick={() => attempt(() => save('action.close', { id }))}>Close</Button>
 *
 * The desk. `desk.current` says which board is open and who works; `desk.today` is the program's day
 * (never `new Date()`); `desk.open(path)`, `desk.workAs(id)`, `desk.look({ theme, text_size })` change it.
 *
 * Files. `chooseFile`, `chooseFiles`, `chooseFolder`, `chooseWhereToSave` open the system's own
 * dialogs and answer a path, or null when the person changed their mind. `saveTable('actions', csv)` is
 * what a Table's `onexport` calls.
 *
 * Long work. `work.run((name) => call('reports.preview', { …, work: name }))` counts what is done (`work.done` of
 * `work.of`), and `work.stop()` stops it: a `new Work()` for each place that waits.
 *
 * Types. `Commands` and the types in generated/ come from `cargo xtask bindings`; never edit them.
 * In tests: `answerWith({ 'voices.list': () => [...] })` from '$lib/backend/fake'. For looking at
 * screens without the app: add answers to a file in fakes/ and run `npm run build:fake`.
 */
export { call, Refused, type CommandName, type RequestOf, type ResponseOf } from './call';
export { changes } from './changes.svelte';
export { loaded, Resource } from './resource.svelte';
export { saveTable } from './export';
export { followOthers, others } from './elsewhere.svelte';
export { attempt, save, saved, undoLast, type ResultOf, type WriteName } from './save.svelte';
export { chooseFile, chooseFiles, chooseFolder, chooseWhereToSave, type FileKind } from './shell';
export { desk } from './desk.svelte';
export { Work } from './work.svelte';
export type * from './generated/types';
