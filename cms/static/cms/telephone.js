// The editor's button for the municipality's own number. What is put in is a mark: a page
// shows the number of that day, so nobody types it.
const { React, DraftJS, draftail } = window;

class Source extends React.Component {
  componentDidMount() {
    const { editorState, entityType, onComplete } = this.props;
    const content = editorState
      .getCurrentContent()
      .createEntity(entityType.type, "IMMUTABLE", {});
    const changed = DraftJS.Modifier.replaceText(
      content,
      editorState.getSelection(),
      entityType.description,
      null,
      content.getLastCreatedEntityKey(),
    );
    onComplete(DraftJS.EditorState.push(editorState, changed, "insert-characters"));
  }

  render() {
    return null;
  }
}

const Mark = (props) =>
  React.createElement("span", { className: "Draftail-Token" }, "☎ ", props.children);

draftail.registerPlugin({ type: "TELEPHONE", source: Source, decorator: Mark }, "entityTypes");
