//! Hostile texts in every text field of every kind of record, and every document that can be made of them.

use std::process::Command;

use pledgeboard_app::{
    Clock, Context,
    domain::Code,
    reports::{ExportedReport, ReportFormat, ReportKind, ReportRequest, export},
    transfer,
};
use pledgeboard_domain::text;
use quick_xml::events::Event;
use serde_json::Value;
use tempfile::TempDir;

use crate::{
    by_chance::snake,
    printed::{self, today},
    shapes::{self, Shape},
    unpack,
};

/// What is put before the words of each field, one after the other.
const STARTS: [&str; 17] = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><b onclick=alert(1)>",
    "]]>&amp;<!-- <?x ?> ",
    "=cmd|' /C calc'!A0 ",
    "+1+1 ",
    "-2+3 ",
    "@SUM(1) ",
    "\t=1+1 ",
    "\r=1+1 ",
    "a\0b\u{1}\u{8}\u{b}\u{c}\u{1b}\u{1f}\u{7f}\u{9b} ",
    "\u{202e}gnp\u{202a}\u{2066} ",
    "\u{200b}\u{feff}\u{2060} ",
    "one\r\nX-EVIL:1;,\\ ",
    "\u{fffe}\u{ffff}\u{2028} ",
    "javascript:alert(1) ",
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww",
];

/// Texts with a form of their own, which a check holds them to: numbers, colours, addresses, names of files.
const OWN_FORM: [&str; 8] =
    ["email", "hash", "logo", "colour", "minute_pattern", "action_pattern", "icon", "number"];

/// The sample board as data, with something hostile in each of its texts.
struct Planted {
    folder: TempDir,
    /// How many texts, by kind and field.
    fields: std::collections::BTreeMap<String, usize>,
}

struct Planting<'a> {
    types: &'a std::collections::HashMap<String, Shape>,
    next: usize,
    fields: std::collections::BTreeMap<String, usize>,
}

impl Planting<'_> {
    fn plant(&mut self, place: &str, name: &str, value: &mut Value, shape: &Shape) {
        match (shape, value) {
            (Shape::Text, Value::String(words)) if is_words(name, words) => {
                let start = STARTS[self.next % STARTS.len()];
                self.next += 1;
                // References are told apart by their ends.
                let most = if name == "reference" { 60 } else { most(words) };
                // A young representative's label comes first.
                let whole = if place == "Person.name" {
                    format!("{words}{start}")
                } else {
                    format!("{start}{words}")
                };
                *words = whole.chars().take(most).collect();
                *self.fields.entry(place.to_owned()).or_default() += 1;
            }
            (Shape::List(inner), Value::Array(values)) => {
                values.iter_mut().for_each(|it| self.plant(place, name, it, inner));
            }
            (Shape::Object(fields), Value::Object(held)) => {
                for field in fields {
                    if let Some(value) = held.get_mut(&field.name) {
                        self.plant(&format!("{place}.{}", field.name), &field.name, value, &field.shape);
                    }
                }
            }
            (Shape::OneOf(shapes) | Shape::AllOf(shapes), value) => {
                for shape in shapes.iter().filter(|it| !matches!(it, Shape::Word(_))) {
                    self.plant(place, name, value, shape);
                }
            }
            (Shape::Named(of), value) if !of.ends_with("Id") => {
                if let Some(shape) = self.types.get(of) {
                    self.plant(place, name, value, shape);
                }
            }
            _ => {}
        }
    }
}

/// So long, in characters, that no field finds it too long: short words stand in short fields.
fn most(words: &str) -> usize {
    match words.chars().count() {
        0..=15 => 20,
        16..=30 => 40,
        31..=60 => 60,
        _ => text::SHORT,
    }
}

/// Not empty, no day and no time, no id, nothing with a form of its own.
fn is_words(name: &str, words: &str) -> bool {
    let digits = words.chars().all(|it| it.is_ascii_digit() || matches!(it, '-' | ':' | 'T' | 'Z' | '.'));
    !words.is_empty() && !digits && !OWN_FORM.contains(&name) && uuid_like(words)
}

fn uuid_like(words: &str) -> bool {
    !(words.len() == 36 && words.matches('-').count() == 4)
}

async fn planted() -> (Planted, Context) {
    let folder = tempfile::tempdir().unwrap();
    let cx = printed::anytown(folder.path()).await;
    let mut data = serde_json::to_value(transfer::data(&cx).await.unwrap()).unwrap();
    cx.store.close().await;
    let types = shapes::types();
    let mut planting = Planting { types: &types, next: 0, fields: Default::default() };
    // In the same order each time.
    for (name, shape) in types.iter().collect::<std::collections::BTreeMap<_, _>>() {
        if let Some(records) = data["records"].get_mut(snake(name)).and_then(Value::as_array_mut) {
            for record in records {
                planting.plant(name, "", record, shape);
            }
        }
    }
    let fields = planting.fields;
    std::fs::write(folder.path().join("hostile.json"), data.to_string()).unwrap();
    let board = folder.path().join("hostile.pledgeboard");
    let clock = Clock::new(Some(today()));
    transfer::import_data(&board, &folder.path().join("hostile.json"), clock).await.unwrap();
    let cx = transfer::open(&board, clock).await.unwrap();
    (Planted { folder, fields }, cx)
}

/// No text in a value steers what shows it.
fn is_inert(value: &Value) -> bool {
    match value {
        Value::String(words) => !words.chars().any(|it| text::steers(it) || it == '\r'),
        Value::Array(values) => values.iter().all(is_inert),
        Value::Object(fields) => fields.values().all(is_inert),
        _ => true,
    }
}

#[tokio::test]
async fn hostile_texts_are_kept_as_words_and_every_document_shows_them_as_words() {
    let (planted, cx) = planted().await;
    assert!(
        planted.fields.len() > 100,
        "texts in {} fields: {:?}",
        planted.fields.len(),
        planted.fields.keys()
    );
    let kept = serde_json::to_value(transfer::data(&cx).await.unwrap().records).unwrap();
    for (kind, records) in kept.as_object().unwrap() {
        assert!(is_inert(records), "a {kind} keeps what steers");
    }
    assert!(kept.to_string().contains("<script>alert(1)</script>"), "the words themselves stay");
    assert_eq!(transfer::check(&cx).await.unwrap(), Vec::<String>::new());

    let mut forms = std::collections::BTreeMap::<&str, usize>::new();
    let mut words = false;
    for document in ReportKind::ALL {
        let listing = document.listing();
        let mut made = 0;
        for (audience, format) in
            listing.audiences.iter().flat_map(|it| listing.formats.iter().map(move |format| (it, format)))
        {
            if !format.is_for(*audience) {
                continue;
            }
            let request = ReportRequest {
                audience: Some(*audience),
                format: Some(*format),
                ..ReportRequest::new(*document)
            };
            match export(&cx, request).await {
                Ok(report) => {
                    looked_at(&report, &planted);
                    words |= report.text.contains("=cmd|' /C calc'!A0");
                    *forms.entry(format.ending()).or_default() += 1;
                    made += 1;
                }
                // Most meetings have no late items and papers.
                Err(error) if *document == ReportKind::Supplement => assert_eq!(error.code, Code::NotFound),
                Err(error) => panic!("{document:?} {audience:?} {format:?}: {error}"),
            }
        }
        assert!(made > 0 || *document == ReportKind::Supplement, "{document:?}");
    }
    assert!(words, "documents print the words");
    for ending in ["pdf", "docx", "html", "csv", "json", "ics"] {
        assert!(forms.contains_key(ending), "no {ending} was made: {forms:?}");
    }
}

fn looked_at(report: &ExportedReport, planted: &Planted) {
    let name = &report.file_name;
    assert!(name.is_ascii() && !name.contains(['<', '>', '"', '\'', '/', '\\', '|', '=']), "{name:?}");
    assert!(is_inert(&Value::String(report.title.clone())), "{name}");
    match report.format {
        ReportFormat::Pdf => pdf(report, planted),
        ReportFormat::Docx => docx(report, planted),
        ReportFormat::Html => html(name, &text_of(report)),
        ReportFormat::Csv => csv(name, &text_of(report)),
        ReportFormat::Json => {
            let rows: Value = serde_json::from_slice(&report.file).unwrap();
            assert!(is_inert(&rows), "{name}");
        }
        ReportFormat::Ics => ics(name, &text_of(report)),
    }
}

/// The text of a file, with nothing in it that steers.
fn text_of(report: &ExportedReport) -> String {
    let text = String::from_utf8(report.file.clone()).unwrap();
    let found = text.chars().find(|it| text::steers(*it) && *it != '\r');
    assert_eq!(found, None, "{}", report.file_name);
    text
}

fn pdf(report: &ExportedReport, planted: &Planted) {
    let path = planted.folder.path().join("looked-at.pdf");
    std::fs::write(&path, &report.file).unwrap();
    let said = Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(&path).arg("-").output().unwrap();
    let said = String::from_utf8_lossy(&said.stdout).replace('\u{c}', "\n");
    assert!(!said.trim().is_empty(), "{}", report.file_name);
    assert!(is_inert(&Value::String(said)), "{}", report.file_name);
}

/// Every part is well formed, and nothing in it leads elsewhere.
fn docx(report: &ExportedReport, planted: &Planted) {
    let path = planted.folder.path().join("looked-at.docx");
    std::fs::write(&path, &report.file).unwrap();
    let inside = unpack::everything(&path);
    assert!(!inside.contains("targetmode=\"external\""), "{}", report.file_name);
    assert!(
        !inside.contains("instrtext") || !inside.contains("dde"),
        "{}: a field that runs",
        report.file_name
    );
    let mut parts = 0;
    for part in inside.split("<?xml").skip(1) {
        let whole = format!("<?xml{part}");
        let mut reader = quick_xml::Reader::from_str(&whole);
        let mut depth = 0;
        // Behind the end of its outermost element another part begins.
        loop {
            match reader.read_event().unwrap_or_else(|error| panic!("{}: {error}", report.file_name)) {
                Event::Start(_) => depth += 1,
                Event::End(_) if depth == 1 => break,
                Event::End(_) => depth -= 1,
                Event::Eof => panic!("{}: a part does not end", report.file_name),
                _ => {}
            }
        }
        let xml = &whole[..usize::try_from(reader.buffer_position()).unwrap()];
        assert!(!xml.chars().any(|it| text::steers(it) && it != '\r'), "{}", report.file_name);
        parts += 1;
    }
    assert!(parts > 5, "{}", report.file_name);
}

/// No tag and no attribute came out of a text.
fn html(name: &str, text: &str) {
    let tags: Vec<&str> =
        text.split('<').skip(1).map(|it| it.split_once('>').map_or(it, |(tag, _)| tag)).collect();
    assert!(tags.len() > 10, "{name}");
    for tag in tags {
        let kind = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or_default();
        assert!(
            !matches!(kind, "script" | "b" | "iframe" | "object" | "embed" | "link" | "base"),
            "{name}: <{tag}>"
        );
        // Outside quotation marks, where attributes are named.
        let named: String = tag.split('"').step_by(2).collect();
        assert!(!named.contains(" on") && !named.contains('\''), "{name}: <{tag}>");
        assert!(!["src=\"x", "href=\"javascript"].iter().any(|it| tag.contains(it)), "{name}: <{tag}>");
    }
}

fn csv(name: &str, text: &str) {
    let mut cell = String::new();
    let mut quoted = false;
    for letter in text.trim_start_matches('\u{feff}').chars() {
        match letter {
            '"' => quoted = !quoted,
            ',' | '\n' if !quoted => {
                let begins = cell.trim_start().chars().next().unwrap_or('x');
                assert!(!matches!(begins, '=' | '+' | '-' | '@'), "{name}: {cell:?}");
                cell.clear();
            }
            '\r' if !quoted => {}
            other => cell.push(other),
        }
    }
    assert!(!quoted, "{name}");
}

/// RFC 5545, sections 3.1 and 3.3.11.
fn ics(name: &str, text: &str) {
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{name}");
    let unfolded = text.replace("\r\n ", "");
    for line in unfolded.split("\r\n").filter(|it| !it.is_empty()) {
        let (named, value) = line.split_once(':').unwrap_or_else(|| panic!("{name}: {line}"));
        assert!(!named.starts_with("X-EVIL"), "{name}: {line}");
        if ["SUMMARY", "DESCRIPTION", "LOCATION"].contains(&named) {
            let mut letters = value.chars();
            while let Some(letter) = letters.next() {
                assert!(!matches!(letter, ',' | ';'), "{name}: {line}");
                if letter == '\\' {
                    assert!(letters.next().is_some_and(|it| "\\;,nN".contains(it)), "{name}: {line}");
                }
            }
        }
    }
}
