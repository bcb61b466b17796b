using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.LightGbm.Interop;

namespace Modelwright.LightGbm.Boosting;

/// <summary>Training rows in bins, with the validation rows binned alike; used by one fit at a time.</summary>
internal sealed class BinnedTable : IDisposable
{
    private readonly FormInput[] _inputs;
    private readonly int[]? _rows;
    private readonly int _maxBin;
    private readonly bool _hasWeights;
    private WeakReference<Table>? _validated;

    /// <summary>Bins a table.</summary>
    internal BinnedTable(FeatureReader reader, FormInput[] inputs, RowWeights weights, int maxBin, string parameters, FitContext context)
    {
        (_inputs, _rows, _maxBin, _hasWeights) = (inputs, weights.Rows, maxBin, weights.Weights is not null);
        Training = BinnedRows.Train(reader, parameters, context);
    }

    /// <summary>The training rows.</summary>
    internal DatasetHandle Training { get; }

    /// <summary>The validation rows asked for last; null for none.</summary>
    internal DatasetHandle? Validation { get; private set; }

    /// <summary>Whether binning the same table again for these rows and bins would give the same.</summary>
    internal bool Fits(RowWeights weights, int maxBin) =>
        maxBin == _maxBin && weights.Weights is not null == _hasWeights
        && (weights.Rows is null ? _rows is null : _rows is not null && weights.Rows.AsSpan().SequenceEqual(_rows));

    /// <summary>Sees to it that <see cref="Validation"/> holds these rows.</summary>
    /// <param name="table">The rows; null for none.</param>
    /// <param name="context">Cancellation.</param>
    internal void Validate(Table? table, FitContext context)
    {
        if (table is not null && _validated is not null && _validated.TryGetTarget(out var known) && ReferenceEquals(known, table))
        {
            return;
        }

        Validation?.Dispose();
        (Validation, _validated) = (null, null);
        if (table is not null)
        {
            Validation = BinnedRows.Validate(Training, new(_inputs, table, null), context);
            _validated = new(table);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Validation?.Dispose();
        Training.Dispose();
    }
}
