namespace Modelwright.Quality.Order;

/// <summary>How far a blend of some settings is from the blend of all, on one set.</summary>
internal sealed class SettingLosses
{
    /// <summary>The furthest that counts: one set on which a setting fails must not decide the order.</summary>
    public const double Most = 0.3;

    private readonly PoolTrials _rows;
    private readonly Dictionary<string, PoolTrial> _trials;
    private readonly Dictionary<string, double> _known = new(StringComparer.Ordinal);
    private readonly double _best;
    private readonly double _seconds;

    /// <summary>Takes the trials of a set.</summary>
    public SettingLosses(PoolTrials rows, IEnumerable<PoolTrial> trials)
    {
        _rows = rows;
        _trials = trials.ToDictionary(trial => trial.Key, StringComparer.Ordinal);
        _best = rows.Loss([.. _trials.Values]);
        _seconds = _trials.Values.First().Seconds;
    }

    /// <summary>The settings that were tried.</summary>
    public IReadOnlyCollection<string> Keys => _trials.Keys;

    /// <summary>Seconds of a setting as a multiple of the first one's; 1 where it was not tried.</summary>
    public double RelativeSeconds(string key) => _trials.TryGetValue(key, out var trial) ? trial.Seconds / Math.Max(1e-3, _seconds) : 1;

    /// <summary>An order that begins here, with nothing in it yet.</summary>
    public GrowingBlend Begin() => new(_rows.LossOf, _trials, _best);

    /// <summary>By what share the loss of the blend of some settings is above that of all; at most <see cref="Most"/>.</summary>
    public double Excess(IEnumerable<string> keys)
    {
        PoolTrial[] trials = [.. keys.Where(_trials.ContainsKey).Select(key => _trials[key])];
        var name = string.Join('|', trials.Select(trial => trial.Key).Order(StringComparer.Ordinal));
        if (!_known.TryGetValue(name, out var excess))
        {
            _known[name] = excess = trials.Length == 0 ? Most : Math.Min(Most, (_rows.Loss(trials) - _best) / Math.Max(1e-9, Math.Abs(_best)));
        }

        return excess;
    }
}
