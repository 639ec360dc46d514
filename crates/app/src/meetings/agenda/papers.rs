//! Papers: attached to an item, kept whole by the hash of their content, handed out again unchanged.

use std::path::{Path, PathBuf};

use base64::Engine;
use pledgeboard_domain::{
    Access, AgendaItem, Meeting, MeetingState, Paper, Refusal,
    id::{AgendaItemId, PaperId},
    text,
};
use pledgeboard_store::Writing;
use serde::{Deserialize, Serialize};

use super::{draft, pdf, version};
use crate::{
    context::{Context, Written},
    device::write_whole,
    error::{AppError, Outcome},
};

/// A PDF for an item: a path chosen in a dialog, or what was dropped on the window.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AttachPaper {
    pub item_id: AgendaItemId,
    pub file: PaperFile,
    /// Needed once the agenda is published: why the paper comes late.
    pub reason: String,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub enum PaperFile {
    Path(String),
    Dropped {
        name: String,
        /// Its bytes in base 64.
        content: String,
    },
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SavePaper {
    pub paper_id: PaperId,
    pub version: i64,
    pub title: String,
    pub plain_summary: String,
    pub access: Access,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DetachPaper {
    pub item_id: AgendaItemId,
    pub paper_id: PaperId,
}

/// Writes a copy of the paper to a path.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CopyPaper {
    pub paper_id: PaperId,
    pub path: String,
}

/// Opens the paper on the screen.
#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ReadPaper {
    pub paper_id: PaperId,
}

#[derive(Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PaperContent {
    /// The file as it was attached, byte for byte.
    pub pdf_base64: String,
}

/// The paper as it is kept.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AttachedPaper {
    #[serde(flatten)]
    pub paper: Paper,
    /// What to know of it before it goes into a pack: that it is not tagged, what is left out of it.
    pub notices: Vec<String>,
}

pub(crate) async fn attach(cx: &Context, request: AttachPaper) -> Outcome<Written<AttachedPaper>> {
    let read = tokio::task::spawn_blocking(move || read_file(request.file)).await;
    let Read { name, content, looked } = read.map_err(AppError::fault)??;
    let mut write = cx.write("attach a paper").await?;
    let mut item = write.one::<AgendaItem>(request.item_id).await?;
    let meeting = write.one::<Meeting>(item.meeting_id).await?;
    let title =
        Path::new(&name).file_stem().map_or_else(|| name.clone(), |stem| stem.to_string_lossy().into());
    let mut paper = Paper {
        id: cx.new_id(),
        version: 0,
        title: title.replace('_', " ").chars().take(text::SHORT).collect(),
        plain_summary: String::new(),
        file_name: name,
        bytes: i64::try_from(content.len()).unwrap_or(i64::MAX),
        hash: write.keep_file(&content).await?,
        pages: looked.pages,
        // Closed by default: a private item's paper is private until somebody says otherwise.
        access: item.access.clone(),
        added_on: cx.today(),
    };
    paper.check(write.board().await?.standing)?;
    write.insert(&mut paper).await?;
    item.papers.push(paper.id);
    write.update(&mut item).await?;
    if !meeting.state.agenda_is_draft() {
        late_paper(cx, &mut write, &meeting, &item, &request.reason).await?;
    }
    cx.done(write, AttachedPaper { paper, notices: looked.notices }).await
}

async fn late_paper(
    cx: &Context,
    write: &mut Writing,
    meeting: &Meeting,
    item: &AgendaItem,
    reason: &str,
) -> Outcome<()> {
    if meeting.state != MeetingState::AgendaPublished {
        return Err(Refusal::rule("This meeting was held, so its papers stay as they are.").into());
    }
    text::required("reason", "why the paper comes late", reason, text::MEDIUM)?;
    let why = format!("A paper was added to item {}: {}", item.number, reason.trim());
    version::add(cx, write, meeting.id, why).await
}

/// The file's name as it may be kept and shown: somebody else chose it, and a name can be made to look like another.
fn shown(name: &str) -> String {
    let name = text::inert(name).split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = Path::new(&name).file_stem().map(|stem| stem.to_string_lossy().into_owned());
    match stem.is_some_and(|stem| text::required("file", "a name", &stem, usize::MAX).is_ok()) {
        true => name.chars().take(text::SHORT).collect(),
        false => "Paper without a name.pdf".into(),
    }
}

struct Read {
    name: String,
    content: Vec<u8>,
    looked: pdf::Looked,
}

fn read_file(file: PaperFile) -> Outcome<Read> {
    let (name, content) = match file {
        PaperFile::Path(path) => {
            let path = PathBuf::from(path);
            let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into());
            let unreadable = |_| {
                let message = format!(
                    "“{name}” cannot be read. Check that it is still there and that you may open it."
                );
                AppError::from(Refusal::field("file", message))
            };
            let content = std::fs::read(&path).map_err(unreadable)?;
            (name, content)
        }
        PaperFile::Dropped { name, content } => {
            let decoded = base64::engine::general_purpose::STANDARD.decode(content).map_err(|_| {
                let name: String = name.chars().take(text::SHORT).collect();
                Refusal::field("file", format!("“{name}” did not arrive whole. Attach it again."))
            })?;
            (name, decoded)
        }
    };
    let name = shown(&name);
    let looked = pdf::look(&name, &content)?;
    Ok(Read { name, content, looked })
}

pub(crate) async fn save(cx: &Context, request: SavePaper) -> Outcome<Written<()>> {
    let mut write = cx.write("change a paper").await?;
    let stored = write.one::<Paper>(request.paper_id).await?;
    let mut access = request.access;
    if access.is_open() {
        access.paragraphs.clear();
        access.access_reason.clear();
    }
    for item in carriers(&mut write, stored.id).await? {
        draft::open(&mut write, item.meeting_id).await?;
    }
    let mut paper = Paper {
        version: request.version,
        title: request.title,
        plain_summary: request.plain_summary,
        access,
        ..stored
    };
    paper.check(write.board().await?.standing)?;
    write.update(&mut paper).await?;
    cx.done(write, ()).await
}

pub(crate) async fn detach(cx: &Context, request: DetachPaper) -> Outcome<Written<()>> {
    let mut write = cx.write("take a paper off an item").await?;
    let mut item = draft::item_of_draft(&mut write, request.item_id).await?;
    item.papers.retain(|id| *id != request.paper_id);
    write.update(&mut item).await?;
    if carriers(&mut write, request.paper_id).await?.is_empty() {
        let paper = write.one::<Paper>(request.paper_id).await?;
        write.delete(&paper).await?;
    }
    cx.done(write, ()).await
}

/// The items that carry a paper: one, or more where an item was put off and taken up again.
async fn carriers(write: &mut Writing, paper: PaperId) -> Outcome<Vec<AgendaItem>> {
    let clause = "t.id IN (SELECT agenda_item_id FROM agenda_item_paper WHERE paper_id = $1)";
    Ok(write.find::<AgendaItem>(clause, &[paper.into()]).await?)
}

pub(crate) async fn copy(cx: &Context, request: CopyPaper) -> Outcome<()> {
    let content = content(cx, request.paper_id).await?;
    write_whole(Path::new(&request.path), &content)
        .map_err(|error| AppError { field: Some("path".into()), ..error })
}

pub(crate) async fn read(cx: &Context, request: ReadPaper) -> Outcome<PaperContent> {
    let content = content(cx, request.paper_id).await?;
    Ok(PaperContent { pdf_base64: base64::engine::general_purpose::STANDARD.encode(content) })
}

async fn content(cx: &Context, paper: PaperId) -> Outcome<Vec<u8>> {
    let mut read = cx.read().await?;
    let paper = read.one::<Paper>(paper).await?;
    let file = read.file(&paper.hash).await?.ok_or_else(|| Refusal::not_found("paper's file"))?;
    if file.is_empty() {
        return Err(Refusal::rule(format!("The file of “{}” was removed for good.", paper.title)).into());
    }
    Ok(file)
}
