//! What the marked content of a page says: glyphs back to characters, by the fonts' own tables.

use std::collections::{BTreeMap, HashMap};

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

type Glyphs = HashMap<u16, String>;

/// By the number of the marked content.
pub fn marked(file: &Document, page: ObjectId) -> BTreeMap<i64, String> {
    let fonts: HashMap<Vec<u8>, Glyphs> = file
        .get_page_fonts(page)
        .unwrap()
        .into_iter()
        .map(|(name, font)| (name, glyphs(file, font)))
        .collect();
    let mut reader = Reader::default();
    for operation in Content::decode(&file.get_page_content(page)).unwrap().operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BDC" => reader.begin(&operands[1]),
            "EMC" => drop(reader.open.pop().expect("an end without a beginning")),
            "Tf" => reader.font = Some(fonts.get(operands[0].as_name().unwrap()).expect("no such font")),
            "TJ" => {
                let strings = operands[0].as_array().unwrap().iter().filter_map(|it| it.as_str().ok());
                strings.for_each(|string| reader.show(string));
            }
            "Do" | "f" | "S" => assert!(!reader.open.is_empty(), "a drawing outside all marks"),
            _ => {}
        }
    }
    assert!(reader.open.is_empty(), "a beginning without an end");
    reader.said
}

#[derive(Default)]
struct Reader<'a> {
    font: Option<&'a Glyphs>,
    /// Of each mark that is open: its number, and whether its characters were given.
    open: Vec<(Option<i64>, bool)>,
    said: BTreeMap<i64, String>,
}

impl Reader<'_> {
    fn begin(&mut self, properties: &Object) {
        let properties = properties.as_dict().unwrap();
        let number = properties.get(b"MCID").and_then(Object::as_i64).ok();
        if let Some(number) = number {
            assert!(self.said.insert(number, String::new()).is_none(), "a number given twice");
        }
        let actual = properties.get(b"ActualText").ok().map(|it| string(it.as_str().unwrap()));
        // What stands within words that are given is given already.
        let within = self.open.iter().any(|(_, given)| *given);
        self.open.push((number, actual.is_some()));
        if let Some(actual) = actual.filter(|_| !within) {
            self.say(&actual);
        }
    }

    fn show(&mut self, codes: &[u8]) {
        assert!(!self.open.is_empty(), "words outside all marks");
        let given = self.open.iter().any(|(_, given)| *given);
        for code in codes.as_chunks::<2>().0 {
            let said = self.font.unwrap().get(&u16::from_be_bytes(*code)).expect("a glyph that says nothing");
            if !given {
                self.say(&said.clone());
            }
        }
    }

    fn say(&mut self, words: &str) {
        let number = self.open.iter().rev().find_map(|(number, _)| *number);
        if let Some(said) = number.and_then(|number| self.said.get_mut(&number)) {
            said.push_str(words);
        }
    }
}

/// The table from glyphs to characters (ISO 32000-1, 9.10.3).
fn glyphs(file: &Document, font: &Dictionary) -> Glyphs {
    let table = font.get(b"ToUnicode").and_then(Object::as_reference).unwrap();
    let table = file.get_object(table).and_then(Object::as_stream).unwrap();
    let table = table.decompressed_content().unwrap_or_else(|_| table.content.clone());
    let table = String::from_utf8(table).unwrap();
    let mut glyphs = Glyphs::new();
    for line in table.lines() {
        let codes: Vec<&str> = line.split(['<', '>']).map(str::trim).filter(|it| !it.is_empty()).collect();
        let number = |code: &str| u16::from_str_radix(code, 16).unwrap();
        match codes.as_slice() {
            [from, to] if from.len() == 4 && to.len() >= 4 && line.matches('<').count() == 2 => {
                glyphs.insert(number(from), wide(to));
            }
            [from, last, to] if line.starts_with('<') => {
                assert_eq!(from, last, "a range of several glyphs");
                glyphs.insert(number(from), wide(to));
            }
            _ => {}
        }
    }
    glyphs
}

/// "00410042" is "AB".
fn wide(digits: &str) -> String {
    let units: Vec<u16> = (0..digits.len() / 4)
        .map(|at| u16::from_str_radix(&digits[4 * at..4 * at + 4], 16).unwrap())
        .collect();
    String::from_utf16(&units).unwrap()
}

/// Strings are UTF-16 where their mark says so.
pub fn string(bytes: &[u8]) -> String {
    match bytes.strip_prefix(&[0xfe, 0xff]) {
        Some(rest) => {
            let units: Vec<u16> =
                rest.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            String::from_utf16(&units).unwrap()
        }
        None => String::from_utf8_lossy(bytes).into_owned(),
    }
}

/// Whether each line of words on a page begins within its edges, and none is below its foot.
pub fn within(file: &Document, page: ObjectId) -> bool {
    let operations = Content::decode(&file.get_page_content(page)).unwrap().operations;
    operations.iter().filter(|it| it.operator == "Tm").all(|it| {
        let place = |at: usize| it.operands[at].as_float().unwrap();
        let is_within = (20.0..575.0).contains(&place(4)) && (15.0..822.0).contains(&place(5));
        if !is_within {
            eprintln!("words begin at {}, {}", place(4), place(5));
        }
        is_within
    })
}
