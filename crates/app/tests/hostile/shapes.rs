//! The shape of every request, as the window knows it: read from the types that are generated for the ui, so that a new
//! command is tried without anybody thinking of it here.

use std::collections::HashMap;

const TYPES: &str = include_str!("../../../../ui/src/lib/backend/generated/types.ts");
const COMMANDS: &str = include_str!("../../../../ui/src/lib/backend/generated/commands.ts");

#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Text,
    Number,
    Flag,
    Null,
    Anything,
    Word(String),
    List(Box<Shape>),
    Object(Vec<Field>),
    OneOf(Vec<Shape>),
    AllOf(Vec<Shape>),
    Named(String),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    pub name: String,
    pub optional: bool,
    pub shape: Shape,
}

/// Every named type.
pub fn types() -> HashMap<String, Shape> {
    let text = without_comments(TYPES);
    let declared = text.split("export type ").skip(1);
    declared
        .map(|text| {
            let (name, shape) = text.split_once('=').unwrap();
            (name.split('<').next().unwrap().trim().to_owned(), whole(shape))
        })
        .collect()
}

/// Every command's request.
pub fn requests() -> HashMap<String, Shape> {
    let lines = COMMANDS.lines().filter_map(|line| line.trim().strip_prefix('"'));
    lines
        .map(|line| {
            let (name, rest) = line.split_once("\": { request: ").unwrap();
            (name.to_owned(), whole(rest.split_once("; response:").unwrap().0))
        })
        .collect()
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once("*/").unwrap().1);
    }
    kept.lines().filter(|line| !line.starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn whole(text: &str) -> Shape {
    let mut reader = Reader { tokens: tokens(text), at: 0 };
    reader.shape()
}

fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = vec![];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let mut token = String::from(letter);
        if letter == '"' {
            token.extend(letters.by_ref().take_while(|it| *it != '"'));
        } else if letter.is_alphanumeric() {
            while let Some(next) = letters.next_if(|it| it.is_alphanumeric() || *it == '_') {
                token.push(next);
            }
        } else if letter.is_whitespace() {
            continue;
        }
        tokens.push(token);
    }
    tokens
}

struct Reader {
    tokens: Vec<String>,
    at: usize,
}

impl Reader {
    fn see(&self) -> &str {
        self.tokens.get(self.at).map_or(";", String::as_str)
    }

    fn take(&mut self) -> String {
        let token = self.see().to_owned();
        self.at += 1;
        token
    }

    fn skip(&mut self, token: &str) -> bool {
        let there = self.see() == token;
        self.at += usize::from(there);
        there
    }

    fn shape(&mut self) -> Shape {
        let mut shapes = vec![self.joined()];
        while self.skip("|") {
            shapes.push(self.joined());
        }
        if shapes.len() == 1 { shapes.remove(0) } else { Shape::OneOf(shapes) }
    }

    fn joined(&mut self) -> Shape {
        let mut shapes = vec![self.one()];
        while self.skip("&") {
            shapes.push(self.one());
        }
        if shapes.len() == 1 { shapes.remove(0) } else { Shape::AllOf(shapes) }
    }

    fn one(&mut self) -> Shape {
        let token = self.take();
        match token.as_str() {
            "{" => self.object(),
            "(" => {
                let inner = self.shape();
                assert!(self.skip(")"));
                inner
            }
            "string" => Shape::Text,
            "number" => Shape::Number,
            "boolean" => Shape::Flag,
            "null" => Shape::Null,
            "unknown" => Shape::Anything,
            "Array" => {
                assert!(self.skip("<"));
                let inner = self.shape();
                assert!(self.skip(">"));
                Shape::List(Box::new(inner))
            }
            "Record" => {
                while self.take() != ">" {}
                Shape::Object(vec![])
            }
            word if word.starts_with('"') => Shape::Word(word.trim_start_matches('"').to_owned()),
            "[" => {
                // A pair or a triple: what its parts are is not looked at.
                while self.take() != "]" {}
                Shape::List(Box::new(Shape::Anything))
            }
            name => {
                // Of what it holds an answer alone says more: no request has such a type.
                if self.skip("<") {
                    self.shape();
                    assert!(self.skip(">"));
                }
                Shape::Named(name.to_owned())
            }
        }
    }

    fn object(&mut self) -> Shape {
        let mut fields = vec![];
        while !self.skip("}") {
            if self.skip("[") {
                while self.take() != "]" {}
                assert!(self.skip(":"));
                self.shape();
            } else {
                let name = self.take().trim_matches('"').to_owned();
                let optional = self.skip("?");
                assert!(self.skip(":"), "after {name}");
                fields.push(Field { name, optional, shape: self.shape() });
            }
            self.skip(",");
        }
        Shape::Object(fields)
    }
}

#[test]
fn the_shapes_are_those_of_the_commands() {
    let (types, requests) = (types(), requests());
    let names: Vec<&str> = pledgeboard_app::commands().map(|it| it.name).collect();
    assert_eq!(names.len(), requests.len());
    assert!(names.iter().all(|name| requests.contains_key(*name)));
    let Shape::Object(voice) = &types["Voice"] else { panic!("{:?}", types["Voice"]) };
    assert!(voice.iter().any(|it| it.name == "words" && it.shape == Shape::Text));
    assert!(voice.iter().any(|it| it.name == "theme_id" && it.shape == Shape::Named("ThemeId".into())));
    assert!(
        matches!(&types["Share"], Shape::OneOf(words) if words.contains(&Shape::Word("board_only".into())))
    );
}
