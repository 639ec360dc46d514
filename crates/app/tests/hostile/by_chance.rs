//! Requests by chance: of the right shape with the board's own ids and records, and with something wrong here and there.

use std::{
    collections::{BTreeMap, HashMap},
    path::{Path, PathBuf},
};

use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use serde_json::{Map, Value, json};

use crate::shapes::{Field, Shape};

/// How many times something is tried: few in a test; `PLEDGEBOARD_CASES` says more for a long run.
pub fn cases(few: usize) -> usize {
    std::env::var("PLEDGEBOARD_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(few)
}

/// Where what is tried begins; another `PLEDGEBOARD_SEED` tries something else.
fn seed() -> u64 {
    std::env::var("PLEDGEBOARD_SEED").ok().and_then(|it| it.parse().ok()).unwrap_or(20_261_122)
}

/// What a request may be made of.
pub struct Known {
    pub types: HashMap<String, Shape>,
    /// The board's records, by kind.
    pub records: BTreeMap<String, Vec<Value>>,
    /// Whatever names a path names one in here.
    pub folder: PathBuf,
}

pub struct Chance {
    runner: TestRunner,
}

/// Texts that have broken other programs.
pub const HOSTILE: [&str; 16] = [
    "",
    " ",
    "\0",
    "a\0b\u{1}\u{1f}\u{7f}\u{9b}31m",
    "\u{202e}gnp.exe\u{2066}\u{2067}",
    "\u{200b}\u{feff}\u{200d}",
    "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><b>",
    "=cmd|' /C calc'!A0",
    "\t@SUM(1+1)*cmd|' /C calc'!A0",
    "'; DROP TABLE voice; --",
    "{{7*7}} ${7*7} %s%n %00 \\u0000",
    "x\r\nBEGIN:VALARM\r\nX-EVIL:1;,\\",
    "../../../../etc/passwd",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467} Ŵyn بيت 𓀀 \u{10ffff}\u{fffe}",
    "00000000-0000-0000-0000-000000000000",
    "2026-12-03",
];

const DAYS: [&str; 16] = [
    "2026-11-22",
    "2026-12-03",
    "2026-10-01",
    "2027-01-14",
    "2025-09-30",
    "2026-02-29",
    "0000-01-01",
    "9999-12-31",
    "1900-01-01",
    "+262142-12-31",
    "-262143-01-01",
    "17:30:00",
    "19:30:00",
    "23:59:59",
    "2026-11-22T09:00:00Z",
    "",
];

impl Chance {
    /// The same each time for the same name.
    pub fn new(name: &str) -> Self {
        let mut bytes = [0_u8; 32];
        for (at, byte) in name.bytes().chain(seed().to_le_bytes()).enumerate() {
            bytes[at % 32] = bytes[at % 32].wrapping_mul(31).wrapping_add(byte);
        }
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &bytes);
        Self { runner: TestRunner::new_with_rng(Config::default(), random) }
    }

    pub fn of<S: Strategy>(&mut self, strategy: S) -> S::Value {
        strategy.new_tree(&mut self.runner).unwrap().current()
    }

    pub fn one_in(&mut self, n: usize) -> bool {
        self.of(0..n) == 0
    }

    pub fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        let at = self.of(0..from.len());
        &from[at]
    }

    /// JSON of any kind.
    pub fn anything(&mut self) -> Value {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
            prop::sample::select(&HOSTILE[..]).prop_map(Value::from),
        ];
        let tree = leaf.prop_recursive(4, 24, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
                prop::collection::btree_map("[a-z_]{0,12}", inner, 0..6)
                    .prop_map(|it| Value::Object(it.into_iter().collect())),
            ]
        });
        self.of(tree)
    }

    fn text(&mut self) -> String {
        match self.of(0..8) {
            0..3 => self.pick(&HOSTILE).to_string(),
            3 => self.of(any::<String>()),
            4 => "Long words ".repeat(self.of(1..4_000_usize)),
            5 => "w".repeat(self.of(1..30_000_usize)),
            _ => self.of("[A-Z][a-z ]{3,40}"),
        }
    }

    fn number(&mut self) -> Value {
        let whole = prop::sample::select(vec![
            0,
            1,
            2,
            3,
            5,
            12,
            100,
            2025,
            2026,
            -1,
            i64::from(u32::MAX),
            i64::from(i32::MIN),
            i64::from(i32::MAX),
            i64::MAX,
            i64::MIN,
        ]);
        match self.of(0..12) {
            0 => self.of(any::<f64>()).into(),
            1 => self.of(any::<i64>()).into(),
            _ => self.of(whole).into(),
        }
    }

    fn path(&mut self, folder: &Path) -> String {
        let name: &&str =
            self.pick(&["new.pdf", "new.csv", "taken", "missing/x.json", "a\0b", "x", "in.pledge-event"]);
        let name = if self.one_in(8) { "n".repeat(300) } else { (*name).to_owned() };
        folder.join(name).to_string_lossy().into_owned()
    }

    /// A value for a field; now and then something that does not belong there at all.
    pub fn value(&mut self, field: &str, shape: &Shape, known: &Known) -> Value {
        if is_path(field) {
            return match shape {
                Shape::OneOf(_) if self.one_in(3) => Value::Null,
                _ => self.path(&known.folder).into(),
            };
        }
        if self.one_in(40) {
            return self.anything();
        }
        match shape {
            Shape::Text if is_day(field) => self.pick(&DAYS).to_string().into(),
            Shape::Text => self.text().into(),
            Shape::Number if field == "version" && !self.one_in(6) => 1.into(),
            Shape::Number => self.number(),
            Shape::Flag => self.of(any::<bool>()).into(),
            Shape::Null => Value::Null,
            Shape::Anything => self.anything(),
            Shape::Word(word) => json!(word),
            Shape::List(inner) => {
                let many = self.of(0..4_usize);
                (0..many).map(|_| self.value("", inner, known)).collect()
            }
            Shape::Object(fields) => Value::Object(self.object(fields, known)),
            Shape::OneOf(shapes) => {
                let shape = self.pick(shapes).clone();
                self.value(field, &shape, known)
            }
            Shape::AllOf(shapes) => {
                let mut all = Map::new();
                for shape in shapes {
                    if let Value::Object(part) = self.value(field, shape, known) {
                        all.extend(part);
                    }
                }
                Value::Object(all)
            }
            Shape::Named(name) => self.named(name, field, known),
        }
    }

    fn object(&mut self, fields: &[Field], known: &Known) -> Map<String, Value> {
        let mut object = Map::new();
        for field in fields {
            if !(field.optional && self.of(any::<bool>())) {
                object.insert(field.name.clone(), self.value(&field.name, &field.shape, known));
            }
        }
        object
    }

    fn named(&mut self, name: &str, field: &str, known: &Known) -> Value {
        if let Some(kind) = name.strip_suffix("Id") {
            let there = known.records.get(&snake(kind)).filter(|it| !it.is_empty());
            return match there {
                Some(records) if !self.one_in(8) => self.pick(records)["id"].clone(),
                _ => json!(self.pick(&["00000000-0000-0000-0000-000000000000", "", "no id"])),
            };
        }
        let shape = known.types.get(name).cloned().unwrap_or(Shape::Anything);
        let records = known.records.get(&snake(name)).filter(|it| !it.is_empty());
        match (records, &shape) {
            (Some(records), Shape::Object(fields)) if !self.one_in(4) => {
                let mut record = self.pick(records).clone();
                for _ in 0..self.of(1..3_usize) {
                    let field = self.pick(fields).clone();
                    if !matches!(field.name.as_str(), "id" | "version") || self.one_in(6) {
                        record[&field.name] = self.value(&field.name, &field.shape, known);
                    }
                }
                record
            }
            _ => self.value(field, &shape, known),
        }
    }
}

fn is_path(field: &str) -> bool {
    matches!(field, "path" | "folder" | "second" | "Path")
        || field.ends_with("_path")
        || field.ends_with("_folder")
}

fn is_day(field: &str) -> bool {
    field.ends_with("_on")
        || field.ends_with("_at")
        || matches!(
            field,
            "on" | "date" | "from" | "to" | "due" | "at" | "starts" | "ends" | "since" | "day" | "first"
        )
}

/// "AgendaItem" is kept as "agenda_item".
pub fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    snake
}
