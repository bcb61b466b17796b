using Modelwright.Core.Data;
using Modelwright.Core.Errors;

namespace Modelwright.Features;

/// <summary>What plans for any learner start from: the columns used, the steps a person named, and what these leave.</summary>
/// <param name="Inputs">The columns that are used, in the order of the schema.</param>
/// <param name="LeftOut">Feature columns that say nothing.</param>
/// <param name="Named">Steps that come before those chosen.</param>
/// <param name="Columns">What is known of the columns after them.</param>
/// <param name="RowCount">Rows seen.</param>
/// <param name="CanEncode">Whether the target lets categories be encoded by it.</param>
internal sealed record FeatureGround(
    IReadOnlyList<string> Inputs,
    IReadOnlyList<string> LeftOut,
    IReadOnlyList<PlannedStep> Named,
    IReadOnlyList<ColumnFacts> Columns,
    int RowCount,
    bool CanEncode)
{
    /// <summary>The column with the role time; null where there is none.</summary>
    internal string? Times { get; init; }

    /// <summary>Numbers that the target is made of: one less than its classes, at least 1.</summary>
    internal int Outputs { get; init; } = 1;

    /// <summary>Looks at the rows once for all plans.</summary>
    /// <param name="schema">Types and roles; columns of the role Feature are looked at.</param>
    /// <param name="rows">Training rows, or a sample of them.</param>
    /// <param name="named">Steps that a person named; they are fitted once to see what they leave.</param>
    /// <param name="target">The target of these rows, for named steps that look at it.</param>
    /// <exception cref="DataException">Feature columns are absent from the rows; the text lists all.</exception>
    /// <exception cref="OptionsException">Named steps ask for columns that are absent or of another type; the text lists all.</exception>
    internal static FeatureGround Of(Schema schema, Table rows, NamedSteps named, Column? target)
    {
        var raw = rows.Select([.. schema.Features.Select(column => column.Name)]);
        ColumnFacts[] facts = [.. raw.Columns.Select(ColumnFacts.Of)];

        // A column that was named is used even where it says nothing: the named step would miss it.
        var wanted = named.Columns.ToHashSet(StringComparer.Ordinal);
        ColumnFacts[] used = [.. facts.Where(column => column.Varies || wanted.Contains(column.Name))];
        string[] inputs = [.. used.Select(column => column.Name)];
        string[] leftOut = [.. facts.Select(column => column.Name).Except(inputs, StringComparer.Ordinal)];
        ColumnFacts[] after = named.IsNone ? used : [.. named.Try(raw.Select(inputs), target, CancellationToken.None).Columns.Select(ColumnFacts.Of)];
        var specs = schema.Features.ToDictionary(spec => spec.Name, StringComparer.Ordinal);
        return new(inputs, leftOut, named.Planned, [.. after.Select(column => Described(column, specs))], rows.RowCount, CanEncodeBy(schema.Target))
        {
            Times = schema.WithRole(ColumnRole.Time).FirstOrDefault()?.Name,
            Outputs = Math.Max(1, (schema.Target?.Levels.Count ?? 0) - 1),
        };
    }

    /// <summary>What the schema says of a column holds as long as it keeps its name and type.</summary>
    private static ColumnFacts Described(ColumnFacts column, Dictionary<string, ColumnSpec> specs) =>
        specs.TryGetValue(column.Name, out var spec) && spec.Type == column.Type ? column.As(spec) : column;

    /// <summary>Whether categories can be encoded by the target: a number, or few enough classes.</summary>
    private static bool CanEncodeBy(ColumnSpec? target) => target is { Type: ColumnType.Number }
        || target is { Type: ColumnType.Category, Levels.Count: >= 2 and <= Runtime.Steps.Categories.TargetEncoding.MaxClasses };
}
