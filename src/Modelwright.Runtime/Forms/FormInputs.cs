using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;

namespace Modelwright.Runtime.Forms;

/// <summary>The inputs of a form as rows of numbers: finds columns by name and carries category codes over to the form's levels.</summary>
internal sealed class FormInputs
{
    /// <summary>Values a chunk holds at most, so that it stays in the processor's cache.</summary>
    private const int ChunkValues = 32_768;

    private const int LargestChunk = 512;

    private readonly LevelMap?[] _lastMaps;

    internal FormInputs(string form, IReadOnlyList<FormInput> inputs)
    {
        Check(form, inputs);
        All = inputs;
        _lastMaps = new LevelMap?[inputs.Count];
        var rows = LargestChunk;
        while (rows > 8 && rows * inputs.Count > ChunkValues)
        {
            rows /= 2;
        }

        ChunkRows = rows;
    }

    internal IReadOnlyList<FormInput> All { get; }

    /// <summary>Rows in a chunk: a power of two, so that no chunk straddles two blocks.</summary>
    internal int ChunkRows { get; }

    /// <summary>Finds the columns in a table.</summary>
    /// <exception cref="DataException">Columns are absent or of another type; the text lists all.</exception>
    internal BoundInputs Bind(Table rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var columns = new Column[All.Count];
        var maps = new int[]?[All.Count];
        List<string>? faults = null;
        for (var position = 0; position < columns.Length; position++)
        {
            var input = All[position];
            if (Fault(rows, input) is { } fault)
            {
                (faults ??= []).Add(fault);
                continue;
            }

            columns[position] = rows[input.Name];
            if (columns[position] is CategoryColumn category)
            {
                maps[position] = Map(position, category.Levels);
            }
        }

        return faults is null ? new(columns, maps) : throw new DataException(string.Join('\n', faults));
    }

    private static string? Fault(Table rows, FormInput input)
    {
        if (!rows.TryGet(input.Name, out var column))
        {
            return $"Column '{input.Name}' ({Word(input.Type)}) was not found, and the model needs it.{NearestName.Suggest(input.Name, rows.Names)} Add it, or rename the column that holds it (case matters).";
        }

        return column.Type == input.Type
            ? null
            : $"Column '{input.Name}' is of type {Word(column.Type)}; the model was trained on type {Word(input.Type)}. Read it as {Word(input.Type)}.";
    }

    private static string Word(ColumnType type) => type.ToString().ToLowerInvariant();

    private static void Check(string form, IReadOnlyList<FormInput> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            if (!names.Add(input.Name))
            {
                throw new ArtifactException($"Form '{form}' names input '{input.Name}' twice. Name each input once.");
            }

            if (input.Type is not (ColumnType.Number or ColumnType.Category))
            {
                throw new ArtifactException($"Form '{form}' reads numbers and categories; input '{input.Name}' is of type {Word(input.Type)}. Turn it into one of these by a step.");
            }
        }
    }

    /// <summary>The map of the last levels seen is kept: rows asked one at a time come with the same list every time.</summary>
    internal int[]? Map(int position, IReadOnlyList<string> levels)
    {
        var last = Volatile.Read(ref _lastMaps[position]);
        if (last is null || !ReferenceEquals(last.From, levels))
        {
            last = new(levels, new CategoryColumn(All[position].Name, levels, Array.Empty<int>()).MapTo(All[position].Levels));
            Volatile.Write(ref _lastMaps[position], last);
        }

        return last.Codes;
    }

    private sealed record LevelMap(IReadOnlyList<string> From, int[]? Codes);
}
