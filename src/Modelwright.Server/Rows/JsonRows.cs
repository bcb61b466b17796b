using System.Buffers;
using System.Text.Json;
using Modelwright.Core.Errors;
using Modelwright.Server.Faults;

namespace Modelwright.Server.Rows;

/// <summary>Reads rows of JSON: one object, or an array of objects, with a member a column. Names match as in <see cref="Runtime.Prediction.Predictor"/>; other members are ignored.</summary>
/// <param name="layout">The columns.</param>
/// <param name="limits">How much is taken.</param>
internal sealed class JsonRows(RowLayout layout, ServerLimits limits)
{
    private const int MostSuggested = 20;

    /// <summary>What is known of a column in the row that is read.</summary>
    private enum Given : byte
    {
        /// <summary>Nothing yet.</summary>
        Not,

        /// <summary>A name that is the same but for letter case.</summary>
        Alike,

        /// <summary>Two names that are the same but for letter case.</summary>
        TwiceAlike,

        /// <summary>The very name.</summary>
        Exactly,
    }

    /// <summary>Reads a body.</summary>
    /// <param name="body">JSON in UTF-8.</param>
    /// <param name="rows">Gets the rows; empty before.</param>
    /// <param name="faults">Gets what cannot be read.</param>
    /// <returns>Whether it was one object, and no array.</returns>
    /// <exception cref="RequestException">It is not JSON, neither object nor array, or has too many rows.</exception>
    internal bool Read(in ReadOnlySequence<byte> body, ServedRows rows, FaultList faults)
    {
        var options = new JsonReaderOptions { MaxDepth = limits.JsonDepth };
        var reader = body.IsSingleSegment ? new Utf8JsonReader(body.FirstSpan, options) : new Utf8JsonReader(body, options);
        try
        {
            return Read(ref reader, rows, faults);
        }
        catch (JsonException cause)
        {
            throw NotJson(cause);
        }
    }

    internal static RequestException NotJson(JsonException cause) => RequestException.Of(400, "The body is not JSON.", cause.Message, "Send one object a row, such as {\"age\": 41}, or an array of them, in UTF-8.");

    private bool Read(ref Utf8JsonReader reader, ServedRows rows, FaultList faults)
    {
        reader.Read();
        var (setter, given) = (new CellSetter(layout, rows, faults, limits.TextLength), new Given[layout.Columns.Count]);
        var isOne = reader.TokenType == JsonTokenType.StartObject;
        if (isOne)
        {
            ReadRow(ref reader, setter, rows, faults, given);
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            ReadArray(ref reader, setter, rows, faults, given);
        }
        else
        {
            throw RequestException.Of(400, "The body holds no rows.", $"It is JSON {Kind(reader.TokenType)}.", "Send one object a row, such as {\"age\": 41}, or an array of them.");
        }

        reader.Read();
        return isOne;
    }

    private void ReadArray(ref Utf8JsonReader reader, CellSetter setter, ServedRows rows, FaultList faults, Given[] given)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (rows.RowCount == limits.Rows)
            {
                throw RequestException.Of(413, "The body has too many rows.", FormattableString.Invariant($"It has more than {limits.Rows}."), "Send fewer at a time, or many to the batch route.");
            }

            if (reader.TokenType == JsonTokenType.StartObject)
            {
                ReadRow(ref reader, setter, rows, faults, given);
                continue;
            }

            faults.Add(new($"it is JSON {Kind(reader.TokenType)}.", "A row is an object, such as {\"age\": 41}.", rows.RowCount));
            rows.AddRow();
            reader.Skip();
        }
    }

    private void ReadRow(ref Utf8JsonReader reader, CellSetter setter, ServedRows rows, FaultList faults, Given[] given)
    {
        var start = reader;
        var (row, guess, found) = (rows.RowCount, 0, 0);
        rows.AddRow();
        Array.Clear(given);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var column = Name(ref reader, guess, row, faults, out var isExact);
            reader.Read();
            if (column >= 0 && Takes(ref given[column], isExact, column, row, faults, ref found))
            {
                setter.Set(ref reader, column, row);
                guess = column + 1;
            }
            else
            {
                reader.Skip();
            }
        }

        if (found < given.Length || Array.IndexOf(given, Given.TwiceAlike) >= 0)
        {
            AddAbsent(start, given, row, faults);
        }
    }

    private int Name(ref Utf8JsonReader reader, int guess, int row, FaultList faults, out bool isExact)
    {
        try
        {
            return layout.Find(ref reader, guess, out isExact);
        }
        catch (InvalidOperationException)
        {
            faults.Add(new("a name holds half a character (a \\ud800 to \\udfff without its other half) or bytes that are no UTF-8.", "Write whole characters in UTF-8.", row));
            isExact = false;
            return -1;
        }
    }

    // The very name counts before one that is alike, wherever they stand in the row.
    private bool Takes(ref Given given, bool isExact, int column, int row, FaultList faults, ref int found)
    {
        if (given == Given.Exactly)
        {
            if (isExact)
            {
                faults.Add(CellFaults.Twice(layout.Columns[column], row));
            }

            return false;
        }

        found += given == Given.Not ? 1 : 0;
        var before = given;
        given = isExact ? Given.Exactly : before == Given.Not ? Given.Alike : Given.TwiceAlike;
        return isExact || before == Given.Not;
    }

    private void AddAbsent(Utf8JsonReader start, Given[] given, int row, FaultList faults)
    {
        string[]? names = null;
        for (var column = 0; column < given.Length; column++)
        {
            var spec = layout.Columns[column];
            if (given[column] == Given.TwiceAlike)
            {
                faults.Add(new("it is given in several spellings.", $"Give it once, as '{spec.Name}'.", row, spec.Name));
            }
            else if (given[column] == Given.Not)
            {
                var suggestion = faults.Count < MostSuggested ? NearestName.Suggest(spec.Name, names ??= Names(start)) : "";
                faults.Add(CellFaults.Absent(spec, row, suggestion));
            }
        }
    }

    /// <summary>Some of the names that a row has and the model does not ask for.</summary>
    private string[] Names(Utf8JsonReader reader)
    {
        var names = new List<string>();
        while (names.Count < MostSuggested && reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            try
            {
                var name = reader.GetString()!;
                names.AddRange(layout.Find(name, out _) < 0 && name.Length <= 200 ? [name] : []);
            }
            catch (InvalidOperationException)
            {
                // The name is told of already.
            }

            reader.Read();
            reader.Skip();
        }

        return [.. names];
    }

    private static string Kind(JsonTokenType token) => token switch
    {
        JsonTokenType.Number => "number",
        JsonTokenType.String => "string",
        JsonTokenType.True or JsonTokenType.False => "boolean",
        JsonTokenType.StartArray => "array",
        JsonTokenType.StartObject => "object",
        _ => "null",
    };
}
