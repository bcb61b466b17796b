namespace Modelwright.Quality.Order;

/// <summary>
/// The blend of the settings that an order has so far, on one set. What one more would bring is looked at with a few weights of it
/// beside the blend as it stands: a greedy choice anew for each of many settings would take hours.
/// </summary>
/// <param name="lossOf">The loss of answers.</param>
/// <param name="trials">What each setting answered.</param>
/// <param name="best">The loss of the blend of all settings.</param>
internal sealed class GrowingBlend(Func<double[], double> lossOf, IReadOnlyDictionary<string, PoolTrial> trials, double best)
{
    private static readonly double[] Weights = [0.1, 0.2, 0.35, 0.5, 0.7];

    private double[]? _blend;
    private double _loss = double.PositiveInfinity;

    /// <summary>By what share the loss of the blend is above that of all settings; at most <see cref="SettingLosses.Most"/>.</summary>
    public double Excess => Share(_loss);

    /// <summary>The same with one more setting.</summary>
    public double ExcessWith(string key) => Share(Best(key).Loss);

    /// <summary>Takes a setting in where it makes the blend better.</summary>
    public void Add(string key)
    {
        var (loss, answers) = Best(key);
        if (answers is not null)
        {
            (_loss, _blend) = (loss, answers);
        }
    }

    private (double Loss, double[]? Answers) Best(string key)
    {
        if (!trials.TryGetValue(key, out var trial))
        {
            return (_loss, null);
        }

        if (_blend is null)
        {
            return (lossOf(trial.Answers), trial.Answers);
        }

        var found = (Loss: _loss, Answers: (double[]?)null);
        foreach (var weight in Weights)
        {
            var mixed = new double[_blend.Length];
            for (var place = 0; place < mixed.Length; place++)
            {
                mixed[place] = ((1 - weight) * _blend[place]) + (weight * trial.Answers[place]);
            }

            var loss = lossOf(mixed);
            found = loss < found.Loss ? (loss, mixed) : found;
        }

        return found;
    }

    private double Share(double loss) => Math.Min(SettingLosses.Most, (loss - best) / Math.Max(1e-9, Math.Abs(best)));
}
