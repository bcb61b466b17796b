using Modelwright.Core.Learning;
using Modelwright.Learners.Network.Layers;

namespace Modelwright.Learners.Network;

/// <summary>Learns pass by pass, keeps the best parameters, and knows when to stop.</summary>
internal sealed class EpochLoop
{
    private const int DropStream = 3;
    private readonly NetworkSettings _settings;
    private readonly FitContext _context;
    private readonly NetworkShape _shape;
    private readonly BatchPlan _batches;
    private readonly NetworkRows _rows;
    private readonly NetworkPass _pass;
    private readonly NetworkLoss _loss;
    private readonly HeldRows? _held;
    private readonly UnitDrop _drop;
    private readonly AdamW _optimizer;
    private readonly float[] _values;
    private readonly float[] _gradients;
    private readonly float[] _slopes;
    private double _bestLoss = double.PositiveInfinity;

    /// <summary>Makes a loop.</summary>
    /// <param name="shape">The network.</param>
    /// <param name="rows">The rows to be learned from.</param>
    /// <param name="held">Measures other rows; null for none.</param>
    /// <param name="start">Where parameters start; taken over.</param>
    /// <param name="loss">What is made small.</param>
    /// <param name="context">Seed, time and cancellation.</param>
    public EpochLoop(NetworkShape shape, NetworkRows rows, HeldRows? held, float[] start, NetworkLoss loss, FitContext context)
    {
        (_settings, _shape, _rows, _held, _loss, _context) = (shape.Settings, shape, rows, held, loss, context);
        _batches = new(rows, shape.Settings.BatchRows, context.Seed);
        _pass = new(shape, _batches.MostRows);
        _drop = new(context.Seed, DropStream);
        _values = start;
        _optimizer = new(shape.Blocks, _values);
        _gradients = new float[_values.Length];
        _slopes = new float[_batches.MostRows * shape.Widths[^1]];
        Best = [.. start];
    }

    /// <summary>The parameters to keep.</summary>
    public float[] Best { get; }

    /// <summary>The pass after which they stood; 0 for where they started.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>Passes that were made in full.</summary>
    public int Done { get; private set; }

    /// <summary>Learns until it is done, the loss no longer falls, or the time is up.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public FitEnd Run()
    {
        var last = Math.Min(_settings.Epochs, _settings.StopEpoch);
        while (Done < last)
        {
            if (!Pass())
            {
                return FitEnd.Deadline;
            }

            Done++;
            Judge();
            if (_held is not null && Done - BestEpoch >= _settings.Patience)
            {
                return FitEnd.StoppedEarly;
            }

            _context.Progress?.Invoke((double)Done / last);
        }

        return FitEnd.Finished;
    }

    /// <summary>One pass over the rows; false where the time came first.</summary>
    private bool Pass()
    {
        _batches.Shuffle();
        for (var batch = 0; batch < _batches.Count; batch++)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            if (_context.IsLate)
            {
                return false;
            }

            _batches.Take(batch);
            Step((Done + ((batch + 0.5) / _batches.Count)) / _settings.Epochs);
        }

        return true;
    }

    private void Step(double done)
    {
        var restraint = Schedule.Restraint(done);
        var outputs = _pass.Forward(_values, _rows.Values, _batches.Rows, _drop, _settings.Dropout * restraint);
        var slopes = _slopes.AsSpan(0, outputs.Length);
        _loss.Slopes(outputs, _batches.Labels, _batches.Weights, slopes);
        _pass.Backward(_values, slopes, _gradients);
        _optimizer.Step(_gradients, _settings.LearningRate * Schedule.Rate(done), _settings.WeightDecay * restraint);
    }

    private void Judge()
    {
        var loss = _held?.Measure(_values) ?? 0;
        if (_held is null || loss < _bestLoss || BestEpoch == 0)
        {
            (_bestLoss, BestEpoch) = (loss, Done);
            _values.CopyTo(Best, 0);
        }
    }
}
