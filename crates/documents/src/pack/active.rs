//! What a paper may do by itself: scripts, programs that it starts, files within it. A pack holds none of it.

use std::collections::BTreeSet;

use lopdf_packs::{Dictionary, Document, Object};

use super::paper::{array, dictionary};

/// A kind of thing that is left out of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Active {
    Script,
    /// Starts a program, opens another file, or sends a form.
    Launch,
    Attachment,
    Media,
    /// Fields to fill in stay as pictures of themselves.
    Form,
}

impl Active {
    pub fn words(self) -> &'static str {
        match self {
            Self::Script => "scripts",
            Self::Launch => "commands that open something else",
            Self::Attachment => "attached files",
            Self::Media => "sound, film or other media",
            Self::Form => "fields to fill in",
        }
    }
}

/// Actions of the document as a whole, and what its lists of names hold.
pub fn of_document(file: &Document) -> BTreeSet<Active> {
    let mut found = BTreeSet::new();
    let Ok(catalogue) = file.catalog() else { return found };
    if let Some(action) = dictionary(file, catalogue, b"OpenAction") {
        of_action(file, action, &mut found);
    }
    of_additional(file, catalogue, &mut found);
    if let Some(names) = dictionary(file, catalogue, b"Names") {
        if names.has(b"JavaScript") {
            found.insert(Active::Script);
        }
        if names.has(b"EmbeddedFiles") {
            found.insert(Active::Attachment);
        }
    }
    if catalogue.has(b"AF") || catalogue.has(b"Collection") {
        found.insert(Active::Attachment);
    }
    if let Some(form) = dictionary(file, catalogue, b"AcroForm")
        && (form.has(b"XFA") || array(file, form, b"Fields").is_some_and(|fields| !fields.is_empty()))
    {
        found.insert(Active::Form);
    }
    found
}

/// Actions of a page, and its annotations.
pub fn of_page(file: &Document, page: &Dictionary) -> BTreeSet<Active> {
    let mut found = BTreeSet::new();
    of_additional(file, page, &mut found);
    for annotation in array(file, page, b"Annots").into_iter().flatten() {
        if let Ok((_, Object::Dictionary(annotation))) = file.dereference(annotation) {
            of_annotation(file, annotation, &mut found);
        }
    }
    found
}

fn of_annotation(file: &Document, annotation: &Dictionary, found: &mut BTreeSet<Active>) {
    match annotation.get(b"Subtype").and_then(Object::as_name).unwrap_or_default() {
        b"Widget" => drop(found.insert(Active::Form)),
        b"FileAttachment" => drop(found.insert(Active::Attachment)),
        b"Sound" | b"Movie" | b"Screen" | b"RichMedia" | b"3D" => drop(found.insert(Active::Media)),
        _ => {}
    }
    if let Some(action) = dictionary(file, annotation, b"A") {
        of_action(file, action, found);
    }
    of_additional(file, annotation, found);
}

/// Actions that a page, a field or a document begins by itself.
fn of_additional(file: &Document, of: &Dictionary, found: &mut BTreeSet<Active>) {
    let Some(actions) = dictionary(file, of, b"AA") else { return };
    for (_, action) in actions {
        if let Ok((_, Object::Dictionary(action))) = file.dereference(action) {
            of_action(file, action, found);
        }
    }
}

fn of_action(file: &Document, action: &Dictionary, found: &mut BTreeSet<Active>) {
    let mut action = Some(action);
    // A chain of actions may lead back to itself.
    for _ in 0..50 {
        let Some(this) = action else { return };
        found.extend(kind(this));
        action = dictionary(file, this, b"Next");
    }
}

fn kind(action: &Dictionary) -> Option<Active> {
    match action.get(b"S").and_then(Object::as_name).unwrap_or_default() {
        b"JavaScript" => Some(Active::Script),
        b"Launch" | b"GoToR" | b"GoToE" | b"SubmitForm" | b"ResetForm" | b"ImportData" | b"SetOCGState"
        | b"Hide" | b"Named" | b"Trans" | b"Thread" => Some(Active::Launch),
        b"Sound" | b"Movie" | b"Rendition" | b"GoTo3DView" | b"RichMediaExecute" => Some(Active::Media),
        _ => None,
    }
}

/// Whether a dictionary, wherever it was found, is something that a pack never holds.
pub fn is_never_kept(found: &Dictionary) -> bool {
    if found.has_type(b"EmbeddedFile") || found.has_type(b"Filespec") || found.has(b"JS") {
        return true;
    }
    let action = found.has_type(b"Action") || found.has(b"Win") || found.has(b"NewWindow");
    action && kind(found).is_some()
}
