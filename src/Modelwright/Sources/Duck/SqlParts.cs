using System.Text.Json;
using System.Text.Json.Nodes;
using Modelwright.Core.Errors;

namespace Modelwright.Sources.Duck;

/// <summary>What a statement names: files, functions, and samples.</summary>
internal sealed class SqlParts
{
    private static readonly string[] Clocks = ["current_date", "current_time", "current_timestamp", "localtime", "localtimestamp"];

    // They run a text that no one has looked at.
    private static readonly string[] Hidden = ["query", "query_table"];

    // Others tell of the session, change it, or run what no one has looked at.
    private static readonly string[] InFrom =
    [
        "generate_series", "glob", "json_each", "json_tree", "parquet_file_metadata", "parquet_full_metadata", "parquet_kv_metadata", "parquet_metadata", "parquet_scan", "parquet_schema",
        "range", "read_blob", "read_csv", "read_csv_auto", "read_json", "read_json_auto", "read_json_objects", "read_json_objects_auto", "read_ndjson", "read_ndjson_auto", "read_ndjson_objects",
        "read_parquet", "read_text", "repeat", "repeat_row", "sniff_csv", "unnest",
    ];

    // The text that says what to make of JSON is taken apart without a bound, so it must stand in the statement.
    private static readonly string[] TakeTypes = ["from_json", "from_json_strict", "json_transform", "json_transform_strict"];

    private readonly HashSet<string> _files = new(StringComparer.Ordinal);
    private readonly HashSet<string> _functions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _inFrom = new(StringComparer.Ordinal);
    private readonly HashSet<string> _computedTypes = new(StringComparer.Ordinal);
    private bool _hasSample;

    /// <summary>Whether a name has more parts, or a text more brackets in each other, than there may be levels: DuckDB takes such apart without a bound.</summary>
    internal bool IsTooDeep { get; private set; }

    internal static SqlParts Of(JsonNode tree)
    {
        var parts = new SqlParts();
        var open = new Stack<(JsonNode? Node, bool InTableFunction)>([(tree, false)]);
        while (open.TryPop(out var next))
        {
            switch (next.Node)
            {
                case JsonArray list:
                    foreach (var item in list)
                    {
                        open.Push((item, next.InTableFunction));
                    }

                    break;
                case JsonObject part:
                    parts.Note(part, next.InTableFunction);
                    foreach (var (_, child) in part)
                    {
                        open.Push((child, next.InTableFunction || Text(part, "type") == "TABLE_FUNCTION"));
                    }

                    break;
            }
        }

        return parts;
    }

    /// <summary>The files, and the folders in which patterns may look, as full paths.</summary>
    /// <exception cref="DataException">One is no local file.</exception>
    internal (IEnumerable<string> Files, IEnumerable<string> Folders) Places(string sql)
    {
        if (_files.FirstOrDefault(file => file.Contains("://", StringComparison.Ordinal)) is { } remote)
        {
            throw new DataException($"{FaultList.Show(sql)}: '{remote}' is no local file, and no connection is made to read it. Download it first, and name the file.");
        }

        var patterns = _files.Where(file => file.AsSpan().ContainsAny("*?[{")).ToArray();
        return (_files.Except(patterns, StringComparer.Ordinal).Select(Path.GetFullPath), patterns.Select(Folder));
    }

    /// <summary>Refuses what gives other rows at each run.</summary>
    internal void ThrowIfItChanges(DuckSession session, string sql)
    {
        string[] changing = [.. Changing(session).Order(StringComparer.Ordinal)];
        if (changing.Length > 0)
        {
            throw new DataException($"{FaultList.Show(sql)}: {Quoted(changing)} would give other rows at the next run. Write a value instead, such as DATE '2026-01-31'; for a column of that name, put its table before it.");
        }

        if (_hasSample)
        {
            throw new DataException($"{FaultList.Show(sql)}: a sample without a seed would give other rows at the next run. Write REPEATABLE (1) behind it.");
        }
    }

    /// <summary>Refuses functions that have no business in a statement over files, or that are given what ends the process.</summary>
    internal void ThrowIfItMayHarm(DuckSession session, string sql)
    {
        string[] others = [.. Names(session, "function_type IN ('table', 'pragma')").Except(InFrom, StringComparer.Ordinal).Intersect(_inFrom, StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (others.Length > 0)
        {
            throw new DataException($"{FaultList.Show(sql)}: {Quoted(others)} reads no file that is named. In FROM there may be: {string.Join(", ", InFrom)}.");
        }

        if (_computedTypes.Count > 0)
        {
            throw new DataException($"{FaultList.Show(sql)}: {Quoted(_computedTypes.Order(StringComparer.Ordinal))} is given types that are computed. Write them as a text, such as from_json(x, '{{\"a\": \"INT\"}}').");
        }
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"'{name}'"));

    private static string Folder(string pattern)
    {
        var plain = pattern[..pattern.AsSpan().IndexOfAny("*?[{")];
        var end = plain.LastIndexOfAny(['/', '\\']);
        return Path.GetFullPath(end < 0 ? "." : plain[..(end + 1)]);
    }

    private IEnumerable<string> Changing(DuckSession session) =>
        Names(session, "stability IN ('VOLATILE', 'CONSISTENT_WITHIN_QUERY')").Concat(Clocks).Concat(Hidden).Intersect(_functions, StringComparer.Ordinal);

    private static List<string> Names(DuckSession session, string which)
    {
        using var command = session.Command($"SELECT DISTINCT function_name FROM duckdb_functions() WHERE {which}");
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private void Note(JsonObject part, bool inTableFunction)
    {
        switch (Text(part, "type"))
        {
            case "BASE_TABLE" when Text(part, "table_name") is { } name && name.AsSpan().ContainsAny("./\\*?"):
                _files.Add(name);
                break;
            case "VALUE_CONSTANT" when inTableFunction && part["value"] is JsonObject value && Text(value, "value") is { Length: > 0 } text:
                _files.Add(text);
                break;
            case "COLUMN_REF" when part["column_names"] is JsonArray { Count: 1 } names && names[0]!.GetValue<string>() is var only && Clocks.Contains(only, StringComparer.OrdinalIgnoreCase):
                _functions.Add(only.ToLowerInvariant());
                break;
        }

        IsTooDeep |= IsDeep(part);
        NoteFunction(part);

        _hasSample |= part["sample"] is JsonObject sample && sample["seed"] is JsonValue seed && seed.TryGetValue<long>(out var number) && number < 0;
    }

    private void NoteFunction(JsonObject part)
    {
        if (Text(part, "type") == "TABLE_FUNCTION" && part["function"] is JsonObject inFrom && Text(inFrom, "function_name") is { } source)
        {
            _inFrom.Add(source.ToLowerInvariant());
        }

        if (Text(part, "function_name")?.ToLowerInvariant() is { } function)
        {
            _functions.Add(function);
            if (TakeTypes.Contains(function) && part["children"] is JsonArray children && children.Skip(1).Any(child => child is not JsonObject given || Text(given, "type") != "VALUE_CONSTANT"))
            {
                _computedTypes.Add(function);
            }
        }
    }

    private static bool IsDeep(JsonObject part) => Text(part, "type") switch
    {
        "COLUMN_REF" => part["column_names"] is JsonArray { Count: > SqlNesting.MostLevels },
        "VALUE_CONSTANT" => part["value"] is JsonObject value && Text(value, "value") is { } text && SqlNesting.IsTooDeep(text),
        _ => false,
    };

    private static string? Text(JsonObject part, string name) =>
        part[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
