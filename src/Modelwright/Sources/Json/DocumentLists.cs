using System.Text.Json;

namespace Modelwright.Sources.Json;

/// <summary>Walks through a document from list to list, by the dotted names of the objects around them; lists in lists are not looked at.</summary>
/// <param name="reader">At the start of the document.</param>
internal sealed class DocumentLists(DocumentReader reader)
{
    // More than this many lists of objects are no table.
    private const int MostFound = 1000;

    private readonly Stack<string> _around = [];

    /// <summary>Values passed that are in no list.</summary>
    internal long OtherValues { get; private set; }

    /// <summary>The names of the only list without any value; null where there is none, or more than one.</summary>
    internal string? Empty { get; private set; }

    /// <summary>Goes on to the first token in the next list.</summary>
    /// <param name="path">The list's names, such as 'result.rows'; empty where the document is the list.</param>
    /// <returns>False at the end of the document.</returns>
    internal bool TryEnter(out string path)
    {
        while (reader.Read())
        {
            switch (reader.Token)
            {
                case JsonTokenType.PropertyName:
                    break;
                case JsonTokenType.StartObject:
                    _around.Push(Here());
                    break;
                case JsonTokenType.EndObject:
                    _around.Pop();
                    break;
                case JsonTokenType.StartArray:
                    path = Here();
                    return true;
                default:
                    OtherValues++;
                    break;
            }
        }

        path = "";
        return false;
    }

    /// <summary>The names of all lists that hold objects.</summary>
    internal List<string> WithObjects()
    {
        var found = new List<string>();
        var emptyLists = 0;
        while (TryEnter(out var path))
        {
            var holdsObjects = reader.Read() && reader.Token == JsonTokenType.StartObject;
            if (holdsObjects && found.Count < MostFound)
            {
                found.Add(path);
            }

            if (reader.Token == JsonTokenType.EndArray)
            {
                Empty = emptyLists++ == 0 ? path : null;
            }

            Leave(reader.Token switch
            {
                JsonTokenType.EndArray => 0,
                JsonTokenType.StartObject or JsonTokenType.StartArray => 2,
                _ => 1,
            });
        }

        return found;
    }

    /// <summary>Passes over the rest of lists and objects that are open.</summary>
    private void Leave(int open)
    {
        while (open > 0 && reader.Read())
        {
            open += reader.Token switch
            {
                JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
                JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
                _ => 0,
            };
        }
    }

    /// <summary>Passes over a list that was just entered.</summary>
    internal void Leave() => Leave(1);

    private string Here()
    {
        if (_around.Count == 0)
        {
            return "";
        }

        var prefix = _around.Peek();
        return prefix.Length == 0 ? reader.Name : $"{prefix}.{reader.Name}";
    }
}
