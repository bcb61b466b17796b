using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Duck;

/// <summary>One SELECT statement of a person, as DuckDB's own parser understands it: anything else is refused before it is run.</summary>
internal sealed class SqlStatement
{
    private const int LongestText = 1 << 20;

    // Of the tree: several levels for each of the statement.
    private const int MostDepth = 20 * SqlNesting.MostLevels;

    // The place of a column is the last thing that rows may be ordered by.
    private const string OrderByPlace = """{"type":"ORDER_DEFAULT","null_order":"ORDER_DEFAULT","expression":{"class":"CONSTANT","type":"VALUE_CONSTANT","alias":"","query_location":0,"value":{"type":{"id":"INTEGER","type_info":null},"is_null":false,"value":0}}}""";

    private readonly string _json;
    private readonly JsonNode _tree;
    private readonly SqlParts _parts;

    private SqlStatement(string own, string json, JsonNode tree, SqlParts parts) => (Own, _json, _tree, _parts) = (own, json, tree, parts);

    /// <summary>
    /// The person's own text in brackets. It parses where no semicolon or NUL stands inside: the text alone is one statement,
    /// so the brackets in it are balanced and no quote or comment but a last line is open.
    /// </summary>
    internal string Own { get; }

    /// <summary>Whether its rows have an order of their own.</summary>
    internal bool HasOrder => Orders() is not null;

    /// <summary>Parses a statement; nothing of it is run.</summary>
    /// <param name="session">Parses it.</param>
    /// <param name="sql">What the person typed.</param>
    /// <exception cref="DataException">It is not understood, is not one SELECT, or gives other rows at each run.</exception>
    internal static SqlStatement Parse(DuckSession session, string sql)
    {
        if (sql.Length > LongestText)
        {
            throw new DataException($"The statement has {sql.Length} characters; {LongestText} are the most. Read the tables first, and join them in files.");
        }

        var json = Ask(session, "SELECT json_serialize_sql($text::VARCHAR)", sql);
        var tree = Tree(json, sql);
        var statements = tree["statements"]?.AsArray();
        if (statements is null)
        {
            throw Refused(sql, tree);
        }

        if (statements.Count != 1)
        {
            throw new DataException($"{FaultList.Show(sql)}: there are {statements.Count} statements. Give one SELECT.");
        }

        var parts = SqlParts.Of(tree);
        if (parts.IsTooDeep)
        {
            throw SqlNesting.Refused(FaultList.Show(sql));
        }

        parts.ThrowIfItChanges(session, sql);
        parts.ThrowIfItMayHarm(session, sql);
        return new($"(\n{sql.TrimEnd().TrimEnd(';')}\n)", json, tree, parts);
    }

    /// <summary>The statement as DuckDB writes it, in brackets: without comments and semicolon.</summary>
    internal string Rewritten(DuckSession session) => $"({Ask(session, "SELECT json_deserialize_sql($text::JSON)", _json)})";

    /// <summary>Lets a session read the files that the statement names.</summary>
    /// <param name="session">The session.</param>
    /// <param name="sql">The statement as typed, for errors.</param>
    internal void Allow(DuckSession session, string sql)
    {
        var (files, folders) = _parts.Places(sql);
        session.Run($"SET allowed_paths = [{string.Join(", ", files.Select(DuckSession.Literal))}]");
        session.Run($"SET allowed_directories = [{string.Join(", ", folders.Select(DuckSession.Literal))}]");
    }

    /// <summary>The statement with all columns behind its own order, so that no two different rows may change places.</summary>
    internal string Ordered(DuckSession session, int columns)
    {
        var orders = Orders() ?? throw new InvalidOperationException("The statement has no order.");
        for (var place = 1; place <= columns; place++)
        {
            var order = JsonNode.Parse(OrderByPlace)!;
            order["expression"]!["value"]!["value"] = place;
            orders.Add(order);
        }

        return Ask(session, "SELECT json_deserialize_sql($text::JSON)", Json(_tree));
    }

    private static JsonNode Tree(string json, string sql)
    {
        try
        {
            return JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { MaxDepth = MostDepth })!;
        }
        catch (JsonException fault)
        {
            throw SqlNesting.Refused(FaultList.Show(sql), fault);
        }
    }

    // Trees are written by hand, as the usual way ends at a depth of 1,000, which a sum of a few hundred terms has.
    private static string Json(JsonNode tree)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { MaxDepth = MostDepth }))
        {
            tree.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private JsonArray? Orders() => _tree["statements"]![0]!["node"]!["modifiers"]!.AsArray()
        .FirstOrDefault(modifier => (string?)modifier!["type"] == "ORDER_MODIFIER")?["orders"]?.AsArray();

    private static string Ask(DuckSession session, string sql, string text)
    {
        using var command = session.Command(sql, ("text", text));
        return (string)command.ExecuteScalar()!;
    }

    private static DataException Refused(string sql, JsonNode answer)
    {
        var shown = FaultList.Show(sql);
        if ((string?)answer["error_type"] != "parser")
        {
            return new($"{shown}: this is no SELECT. Only one SELECT statement can be read, which may begin with WITH or FROM; nothing is written, attached, installed or set by it.");
        }

        if (SqlNesting.IsReason($"{answer["error_message"]}"))
        {
            return SqlNesting.Refused(shown);
        }

        var place = int.TryParse((string?)answer["position"], out var position) && position < sql.Length ? $" at '{FaultList.Show(sql.AsSpan(position))}'" : "";
        return new($"{shown}: the statement is not understood{place}: {(string?)answer["error_message"]}. Correct it; it is read as SQL of DuckDB.");
    }
}
