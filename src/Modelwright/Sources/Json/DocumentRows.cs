using System.Text.Json;

namespace Modelwright.Sources.Json;

/// <summary>The rows of a whole JSON document: the values of one list in it, or the objects that it is made of.</summary>
/// <param name="reader">At the start of the document.</param>
/// <param name="list">The names of the list, empty for the document's own; null where each value of the document is a row.</param>
internal sealed class DocumentRows(DocumentReader reader, string? list) : IObjectRows
{
    private readonly DocumentLists _lists = new(reader);
    private bool _hasBegun;

    public long Line => reader.Line;

    public bool IsTooLong => false;

    public bool EndedWithFile => false;

    public bool TryRead(out ReadOnlySpan<byte> text)
    {
        if (list is null)
        {
            return reader.ReadValue(out text);
        }

        if (!_hasBegun)
        {
            _hasBegun = true;
            Enter(list);
        }

        if (!reader.ReadValue(out text))
        {
            return false;
        }

        if (reader.Token != JsonTokenType.EndArray || !text.IsEmpty)
        {
            return true;
        }

        // The rest of the document may be broken too.
        while (reader.Read())
        {
        }

        return false;
    }

    private void Enter(string wanted)
    {
        while (_lists.TryEnter(out var path) && path != wanted)
        {
            _lists.Leave();
        }
    }
}
