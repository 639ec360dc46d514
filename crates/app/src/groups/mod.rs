//! Bodies beneath or beside the board, and what they ask it to talk about.

mod answers;
mod keep;
mod list;
pub(crate) mod requests;
mod show;

use pledgeboard_domain::{AgendaRequest, Group, id::GroupId};

use crate::command::{Nothing, commands};

use answers::{AnswerRequest, TellGroup};
use keep::NewGroup;
use list::GroupList;
use requests::NewRequest;
use show::{GroupPage, ShowGroup};

commands! {
    read "groups.list" => list::list, Nothing => GroupList;
    read "groups.show" => show::show, ShowGroup => GroupPage;
    write "groups.add" => keep::add, NewGroup => GroupId;
    write "groups.save" => keep::save, Group => GroupId;
    write "groups.ask" => requests::ask, NewRequest => AgendaRequest;
    write "groups.edit_request" => requests::edit, AgendaRequest => AgendaRequest;
    write "groups.answer" => answers::answer, AnswerRequest => AgendaRequest;
    write "groups.tell" => answers::tell, TellGroup => AgendaRequest;
}
