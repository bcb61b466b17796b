using Modelwright.Core.Data;
using Modelwright.Profile.Relations;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Profile.Depth;

/// <summary>What the closer look works on: every k-th row, in the order of the file, in the schema's types.</summary>
internal sealed class DepthGround
{
    private const int MostRows = 20_000;

    /// <summary>Takes the rows.</summary>
    public DepthGround(Table raw, DataProfile profile, CancellationToken cancellation)
    {
        (Raw, Profile, Cancellation) = (raw, profile, cancellation);
        Stride = Math.Max(1, (raw.RowCount + MostRows - 1) / MostRows);
        var sample = Stride == 1 ? raw : raw.Take([.. Enumerable.Range(0, raw.RowCount / Stride).Select(place => place * Stride)]);
        Table = Admission.Admit(sample, profile.Schema, needsTarget: true).Table;
        Columns = [.. profile.Schema.Columns.Where(spec => Table.TryGet(spec.Name, out _)).Select(spec => new DepthColumn(spec, Table[spec.Name]))];
        if (profile.Schema.Target is { } target && Table.TryGet(target.Name, out var values) && profile.Task?.TargetType is not null && values is CategoryColumn or NumberColumn)
        {
            Known = [.. Enumerable.Range(0, Table.RowCount).Where(row => !values.IsMissing(row))];
            Target = values.Take(Known);
            Outcome = Known.Length > 1 ? Outcome.Of(profile.Task, Target) : null;
        }
    }

    /// <summary>The table as it was read.</summary>
    public Table Raw { get; }

    /// <summary>What is known of it.</summary>
    public DataProfile Profile { get; }

    /// <summary>Every so manieth row is looked at.</summary>
    public int Stride { get; }

    /// <summary>The rows looked at.</summary>
    public Table Table { get; }

    /// <summary>Their columns.</summary>
    public IReadOnlyList<DepthColumn> Columns { get; }

    /// <summary>The columns that a model may use.</summary>
    public IEnumerable<DepthColumn> Features => Columns.Where(column => column.Spec.Role == ColumnRole.Feature);

    /// <summary>Rows looked at that have a target.</summary>
    public int[] Known { get; } = [];

    /// <summary>Their target; null without one.</summary>
    public Column? Target { get; }

    /// <summary>Their target as relations are measured on it; null without one.</summary>
    public Outcome? Outcome { get; }

    /// <summary>Asks to end at once.</summary>
    public CancellationToken Cancellation { get; }
}
