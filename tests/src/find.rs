//! Finding things on the page by what a person reads.

use fantoccini::elements::ElementRef;
use serde_json::Value;

/// What kind of thing to look for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    Button,
    Link,
    /// Text, number, date, list: whatever holds a value.
    Field,
    /// A tick box or a circle of a choice.
    Tick,
    Heading,
    Tab,
}

impl Role {
    pub(crate) fn selector(self) -> &'static str {
        match self {
            Self::Button => {
                "button, [role=button], [role=menuitem], [role=option], input[type=submit], summary"
            }
            Self::Link => "a[href], [role=link]",
            Self::Field => {
                "input:not([type=hidden],[type=checkbox],[type=radio],[type=submit]), textarea, select, \
                 [contenteditable=true], [role=textbox], [role=combobox]"
            }
            Self::Tick => {
                "input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=switch]"
            }
            Self::Heading => "h1, h2, h3, h4, h5, h6, [role=heading]",
            Self::Tab => "[role=tab]",
        }
    }
}

/// The key under which WebDriver hands out an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

pub(crate) fn element_id(found: &Value) -> Option<ElementRef> {
    found.get(ELEMENT).and_then(Value::as_str).map(|id| ElementRef::from(id.to_owned()))
}

/// The element with the words, or the words of those that there are.
pub(crate) const FIND: &str = include_str!("find.js");

/// Whether the words can be read on the screen.
pub(crate) const READS: &str = "
    const plain = (text) => text.replace(/\\s+/g, ' ');
    return plain(document.body.innerText).includes(plain(arguments[0]));";

/// Whether the words can be read on the screen or in a field.
pub(crate) const READS_OR_HOLDS: &str = "
    const plain = (text) => text.replace(/\\s+/g, ' ');
    const held = [...document.querySelectorAll('input, textarea')].map((field) => plain(field.value));
    return [plain(document.body.innerText), ...held].some((text) => text.includes(plain(arguments[0])));";

/// Watches whether a press reaches the element.
pub(crate) const AWAIT_PRESS: &str = "
    const [element] = arguments;
    window.toBePressed = element;
    element.addEventListener('click', () => { window.toBePressed = null; }, { capture: true, once: true });";

/// Whether the press did not reach the element, which is still there.
pub(crate) const MISSED: &str =
    "return Boolean(window.toBePressed?.isConnected && !window.toBePressed.disabled);";

pub(crate) const GIVE_VALUE: &str = "
    const [field, value] = arguments;
    field.focus();
    const kind = Object.getPrototypeOf(field);
    Object.getOwnPropertyDescriptor(kind, 'value').set.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
    field.blur();";

/// Chooses the option with the words and gives nothing back, or gives back the options that there are.
pub(crate) const CHOOSE_OPTION: &str = "
    const [list, wanted] = arguments;
    const plain = (text) => text.replace(/\\s+/g, ' ').trim();
    const options = [...(list.options ?? list.list?.options ?? [])];
    const option = options.find((option) => plain(option.label) === wanted)
        ?? options.find((option) => plain(option.label).includes(wanted));
    if (!option) return options.map((option) => plain(option.label));
    list.focus();
    list.value = option.value;
    if (list.options) option.selected = true;
    list.dispatchEvent(new Event('input', { bubbles: true }));
    list.dispatchEvent(new Event('change', { bubbles: true }));
    return null;";
