using Modelwright.Core.Data;

namespace Modelwright.Runtime.Packaging;

/// <summary>What the training rows looked like, to compare later rows with.</summary>
/// <param name="Rows">Number of training rows.</param>
/// <param name="Columns">The features and the target, in the schema's order.</param>
public sealed record BaselineStatistics(int Rows, IReadOnlyList<ColumnStatistics> Columns)
{
    /// <summary>Nothing known.</summary>
    public static BaselineStatistics None { get; } = new(0, []);

    /// <summary>Makes rows up, column by column, as the training rows were spread, each column apart from the others; rare levels are left out.</summary>
    /// <param name="schema">The schema of the rows.</param>
    /// <param name="rows">How many; 0 or more.</param>
    /// <param name="seed">Chance.</param>
    /// <returns>The features of the schema; a column that nothing is known of holds plain values. The first row has no value at all.</returns>
    public Table Draw(Schema schema, int rows, int seed)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        return new CheckRowDraw((ulong)(uint)seed, rows).Draw(schema, this);
    }

    /// <summary>Looks at admitted rows.</summary>
    /// <param name="rows">Training rows in the schema's types.</param>
    /// <param name="schema">Which columns are features and target.</param>
    /// <returns>The statistics; the same rows give the same.</returns>
    public static BaselineStatistics Of(Table rows, Schema schema)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(schema);
        var columns = schema.Columns
            .Where(spec => spec.Role is ColumnRole.Feature or ColumnRole.Target && rows.TryGet(spec.Name, out _))
            .Select(spec => ColumnSurvey.Of(rows[spec.Name]));
        return new(rows.RowCount, [.. columns]);
    }
}
