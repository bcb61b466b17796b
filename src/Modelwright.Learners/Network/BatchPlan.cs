using Modelwright.Learners.Network.Layers;

namespace Modelwright.Learners.Network;

/// <summary>Deals rows out to batches of about one size, in another order every pass. A batch is filled up to a multiple of eight with rows that do not count.</summary>
internal sealed class BatchPlan
{
    private const int Stream = 2;
    private readonly NetworkRows _rows;
    private readonly int[] _order;
    private readonly int[] _batch;
    private readonly float[] _labels;
    private readonly float[] _weights;
    private SeededRandom _random;

    /// <summary>Makes a plan.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="batchRows">Rows of a batch, about.</param>
    /// <param name="seed">The seed of the fit.</param>
    public BatchPlan(NetworkRows rows, int batchRows, int seed)
    {
        _rows = rows;
        _random = new(seed, Stream);
        _order = [.. Enumerable.Range(0, rows.Labels.Length)];
        Count = Math.Max(1, (int)Math.Round(_order.Length / (double)batchRows));
        MostRows = MatrixProduct.Padded(((_order.Length - 1) / Count) + 1);
        (_batch, _labels, _weights) = (new int[MostRows], new float[MostRows], new float[MostRows]);
    }

    /// <summary>Batches of a pass.</summary>
    public int Count { get; }

    /// <summary>Rows of the largest batch, those that fill it up included.</summary>
    public int MostRows { get; }

    /// <summary>Rows of the batch taken last.</summary>
    public ReadOnlySpan<int> Rows => _batch.AsSpan(0, Size);

    /// <summary>Their labels.</summary>
    public ReadOnlySpan<float> Labels => _labels.AsSpan(0, Size);

    /// <summary>What each counts; they add up to the mean weight, so that all batches step alike.</summary>
    public ReadOnlySpan<float> Weights => _weights.AsSpan(0, Size);

    private int Size { get; set; }

    /// <summary>Draws the order of a pass.</summary>
    public void Shuffle()
    {
        for (var place = _order.Length - 1; place > 0; place--)
        {
            var other = _random.Below(place + 1);
            (_order[place], _order[other]) = (_order[other], _order[place]);
        }
    }

    /// <summary>Takes a batch.</summary>
    /// <param name="batch">Its number in the pass.</param>
    public void Take(int batch)
    {
        var start = (int)((long)_order.Length * batch / Count);
        var end = (int)((long)_order.Length * (batch + 1) / Count);
        Size = MatrixProduct.Padded(end - start);
        for (var place = 0; place < Size; place++)
        {
            var row = _order[Math.Min(start + place, end - 1)];
            _batch[place] = row;
            _labels[place] = _rows.Labels[row];
            _weights[place] = start + place < end ? (float)((_rows.Weights?[row] ?? 1) / (end - start)) : 0;
        }
    }
}
