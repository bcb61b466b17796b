using Modelwright.Core.Learning;
using Modelwright.LightGbm.Interop;

namespace Modelwright.LightGbm.Boosting;

/// <summary>Boosts round by round and knows when to stop.</summary>
internal sealed class RoundLoop
{
    private readonly FitContext _context;
    private readonly ValidationLoss? _loss;
    private readonly int _rounds;
    private readonly int _patience;
    private double _bestLoss = double.PositiveInfinity;
    private long _started;
    private long _longest;

    /// <summary>Makes a loop.</summary>
    /// <param name="rounds">Most rounds.</param>
    /// <param name="patience">Rounds without a better loss before it stops.</param>
    /// <param name="loss">Measures the validation rows; null for none.</param>
    /// <param name="context">Time and cancellation.</param>
    internal RoundLoop(int rounds, int patience, ValidationLoss? loss, FitContext context) =>
        (_rounds, _patience, _loss, _context) = (rounds, patience, loss, context);

    /// <summary>The number of rounds that is best to keep; 1 or more.</summary>
    internal int BestRounds { get; private set; }

    /// <summary>Boosts until it is done, the loss no longer falls, or the time is up; one round is always made.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    internal FitEnd Run(BoosterHandle booster)
    {
        for (var round = 1; round <= _rounds; round++)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            if (round > 1 && IsTooLateForAnother)
            {
                return FitEnd.Deadline;
            }

            _started = _context.Time.GetTimestamp();
            var grew = booster.Update();
            if (!grew)
            {
                BestRounds = Math.Max(BestRounds, 1);
                return FitEnd.Finished;
            }

            Judge(booster, round);
            _longest = Math.Max(_longest, _context.Time.GetTimestamp() - _started);
            if (_loss is not null && round - BestRounds >= _patience)
            {
                return FitEnd.StoppedEarly;
            }

            _context.Progress?.Invoke((double)round / _rounds);
        }

        return FitEnd.Finished;
    }

    // A round cannot be stopped in its middle, so one that would end late is not begun.
    private bool IsTooLateForAnother => _context.Deadline is { } deadline && _context.Time.GetTimestamp() + _longest > deadline
        || _context.IsLate;

    private void Judge(BoosterHandle booster, int round)
    {
        if (_loss is null)
        {
            BestRounds = round;
            return;
        }

        var loss = _loss.Measure(booster);
        if (loss < _bestLoss || BestRounds == 0)
        {
            (_bestLoss, BestRounds) = (loss, round);
        }
    }
}
