//! Copies what a paper's pages need into a pack, under new numbers, and nothing else.

use std::collections::HashMap;
use std::io::{self, Write};

use lopdf_packs::{Dictionary, Document, Object, ObjectId};

use super::active;
use super::write::Writer;

/// What only other programs read, or what lies outside the file (ISO 32000-1, 8.9.5, 8.10.2 and 14.5).
const NOT_OF_STREAMS: [&[u8]; 9] =
    [b"PieceInfo", b"Metadata", b"AF", b"OPI", b"Ref", b"LastModified", b"Alternates", b"F", b"FFilter"];

pub struct Copy<'a, W> {
    pub file: Document,
    pub out: &'a mut Writer<W>,
    /// Old to new; nothing for what is left out.
    numbers: HashMap<ObjectId, Option<u32>>,
    /// Added to the keys of the paper's structure; nothing where it has none.
    pub keys_from: Option<i64>,
    open: Vec<(ObjectId, u32)>,
}

impl<'a, W: Write> Copy<'a, W> {
    pub fn of(file: Document, out: &'a mut Writer<W>) -> Self {
        Self { file, out, numbers: HashMap::new(), keys_from: None, open: Vec::new() }
    }

    /// This object will stand at a number of its own; somebody else writes it.
    pub fn stands_at(&mut self, id: ObjectId, number: u32) {
        self.numbers.insert(id, Some(number));
    }

    /// Whoever refers to this object refers to nothing.
    pub fn leave_out(&mut self, id: ObjectId) {
        self.numbers.insert(id, None);
    }

    /// The new number of an object, which is copied in time.
    pub fn number(&mut self, id: ObjectId) -> Option<u32> {
        if let Some(known) = self.numbers.get(&id) {
            return *known;
        }
        let kept = match self.file.objects.get(&id) {
            Some(Object::Dictionary(found)) => {
                // A page that is not among the pages, or a node of their tree.
                !found.has_type(b"Page")
                    && !found.has_type(b"Pages")
                    && !found.has_type(b"Catalog")
                    && !active::is_never_kept(found)
            }
            Some(Object::Stream(stream)) => !stream.dict.has_type(b"EmbeddedFile"),
            Some(Object::Null) | None => false,
            Some(_) => true,
        };
        let number = kept.then(|| self.out.reserve());
        self.numbers.insert(id, number);
        if let Some(number) = number {
            self.open.push((id, number));
        }
        number
    }

    /// The object with its references turned to the new numbers.
    pub fn turned(&mut self, mut object: Object) -> Object {
        self.turn(&mut object);
        object
    }

    pub fn turned_dictionary(&mut self, mut dictionary: Dictionary) -> Dictionary {
        self.turn_dictionary(&mut dictionary);
        dictionary
    }

    fn turn(&mut self, object: &mut Object) {
        match object {
            Object::Reference(id) => {
                *object = match self.number(*id) {
                    Some(number) => Object::Reference((number, 0)),
                    None => Object::Null,
                };
            }
            Object::Array(items) => items.iter_mut().for_each(|item| self.turn(item)),
            Object::Dictionary(dictionary) if active::is_never_kept(dictionary) => *object = Object::Null,
            Object::Dictionary(dictionary) => self.turn_dictionary(dictionary),
            Object::Stream(stream) => {
                NOT_OF_STREAMS.iter().for_each(|key| drop(stream.dict.remove(key)));
                self.turn_dictionary(&mut stream.dict);
                stream.dict.set("Length", super::write::count(stream.content.len()));
            }
            _ => {}
        }
    }

    fn turn_dictionary(&mut self, dictionary: &mut Dictionary) {
        for key in [&b"StructParent"[..], b"StructParents"] {
            match (self.keys_from, dictionary.get_mut(key)) {
                (Some(from), Ok(Object::Integer(key))) => *key += from,
                (None, Ok(_)) => drop(dictionary.remove(key)),
                _ => {}
            }
        }
        dictionary.iter_mut().for_each(|(_, value)| self.turn(value));
    }

    /// Writes everything that was referred to so far, and what that refers to.
    pub fn write_out(&mut self) -> io::Result<()> {
        while let Some((id, number)) = self.open.pop() {
            let Some(mut object) = self.file.objects.remove(&id) else { continue };
            self.turn(&mut object);
            self.out.put(number, &object)?;
        }
        Ok(())
    }
}
