//! Building an agenda, proposing one, checking and publishing it.

mod asked;
mod choices;
pub(crate) mod content;
mod draft;
mod dropping;
mod items;
mod late;
mod papers;
mod pdf;
mod promise;
mod proposing;
mod publishing;
mod ready;
mod request;
mod seen;
mod show;
mod start;
mod templates;
pub(crate) mod version;

use pledgeboard_domain::{self as domain, AgendaContent};

use crate::{command::commands, context::Context, error::Outcome};

pub(crate) use content::content;

commands! {
    read "agenda.show" => show::show, show::ShowAgenda => show::AgendaView;
    read "agenda.content" => read_content, show::ShowAgenda => AgendaContent;
    read "agenda.choices" => choices::choices, show::ShowAgenda => choices::AgendaChoices;
    write "agenda.add_item" => items::add, items::AddItem => domain::id::AgendaItemId;
    write "agenda.save_item" => items::save, items::SaveItem => domain::AgendaItem;
    write "agenda.save_notes" => items::save_notes, items::SaveNotes => ();
    write "agenda.move_item" => items::move_to, items::MoveItem => ();
    write "agenda.remove_item" => items::remove, items::RemoveItem => ();
    write "agenda.private_last" => items::private_last, show::ShowAgenda => ();
    write "agenda.start_from" => start::start_from, start::StartFrom => ();
    read "agenda.templates" => templates::list, crate::Nothing => templates::Templates;
    write "agenda.save_template" => templates::save, templates::SaveTemplate => ();
    write "agenda.add_template" => templates::add, templates::NewTemplate => domain::AgendaTemplate;
    write "agenda.edit_template" => templates::edit, domain::AgendaTemplate => domain::AgendaTemplate;
    write "agenda.remove_template" => templates::remove, templates::RemoveTemplate => ();
    read "agenda.propose" => proposing::propose, show::ShowAgenda => proposing::Proposal;
    write "agenda.apply_proposal" => proposing::apply, proposing::ApplyProposal => ();
    write "agenda.add_promise" => promise::add, promise::AddPromise => promise::PutOnAgenda;
    write "agenda.add_request" => request::add, request::AddRequest => promise::PutOnAgenda;
    write "agenda.drop_proposed" => dropping::drop_line, dropping::ProposedLine => ();
    write "agenda.ask_again" => dropping::ask_again, dropping::ProposedLine => ();
    write "agenda.attach_paper" => papers::attach, papers::AttachPaper => papers::AttachedPaper;
    write "agenda.save_paper" => papers::save, papers::SavePaper => ();
    write "agenda.detach_paper" => papers::detach, papers::DetachPaper => ();
    once "agenda.read_paper" => papers::read, papers::ReadPaper => papers::PaperContent;
    once "agenda.copy_paper" => papers::copy, papers::CopyPaper => ();
    write "agenda.publish" => publishing::publish, publishing::PublishAgenda => i64;
    write "agenda.add_late_item" => late::add, late::LateItem => domain::id::AgendaItemId;
    write "agenda.withdraw_item" => late::withdraw, late::ChangeItem => ();
    write "agenda.open_item" => late::open, late::ChangeItem => ();
    read "agenda.version" => version::show, version::ShowVersion => domain::AgendaVersion;
}

/// The agenda as it is printed: the draft, or the newest version.
pub(crate) async fn read_content(cx: &Context, request: show::ShowAgenda) -> Outcome<AgendaContent> {
    content(&mut cx.read().await?, request.meeting_id).await
}
