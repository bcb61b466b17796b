using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees.Rules;

/// <summary>Takes rules and settles how many are kept.</summary>
internal sealed class RuleFit
{
    /// <summary>Rules are found on so many rows; more change them little.</summary>
    private const int MostRows = 50_000;

    private const int Parts = 5;

    /// <summary>Above so many rows one of the parts is enough; up to them every row is held out once.</summary>
    private const int FewRows = 5_000;

    private readonly TrainingSet _data;
    private readonly RuleSettings _settings;
    private readonly FitContext _context;

    /// <summary>Draws the rows.</summary>
    public RuleFit(TrainingSet data, RuleSettings settings, FitContext context)
    {
        var order = Drawn(data.Features.RowCount);
        _data = order.Length <= MostRows ? data : Take(data, [.. order.Take(MostRows).Order()]);
        (_settings, _context) = (settings, context);
    }

    /// <summary>Fits.</summary>
    /// <returns>The form; the rules and trees that repeat it where the deadline came first.</returns>
    public (IForm Form, int Rules, int Trees, bool WasLate) Run()
    {
        var path = new RulePath(_data, _settings, _context);
        var wasLate = path.WasLate || (path.Trees > 0 && path.Trees < _settings.Forest.Trees);
        _context.Progress?.Invoke(1.0 / (1 + Parts));
        var kept = path.Count;
        if (_settings.Errors is { } errors && path.Count > 0 && !wasLate)
        {
            (kept, wasLate) = Choose(path.Count, errors);
        }

        _context.Cancellation.ThrowIfCancellationRequested();
        return (path.Form(kept), kept, path.Trees, wasLate);
    }

    private (int Kept, bool WasLate) Choose(int most, double errors)
    {
        var rows = _data.Features.RowCount;
        var order = Drawn(rows);
        var losses = new HeldOutRows(most);
        var held = rows > FewRows ? 1 : Math.Min(Parts, rows);
        for (var part = 0; part < held; part++)
        {
            _context.Cancellation.ThrowIfCancellationRequested();
            int[] outside = [.. order.Where((_, place) => place % Parts == part).Order()];
            int[] inside = [.. order.Where((_, place) => place % Parts != part).Order()];
            var path = new RulePath(Take(_data, inside), _settings with { MaxRules = most }, _context);
            if (_context.IsLate)
            {
                return (part > 0 ? losses.Choose(errors) : most, true);
            }

            losses.Add(path, Take(_data, outside));
            _context.Progress?.Invoke((2.0 + part) / (1 + Parts));
        }

        return (losses.Choose(errors), false);
    }

    /// <summary>The rows in a drawn order, the same for every seed.</summary>
    private static int[] Drawn(int count)
    {
        var random = new SeededRandom(0, -1);
        var order = new int[count];
        for (var row = 0; row < count; row++)
        {
            var other = random.Below(row + 1);
            order[row] = order[other];
            order[other] = row;
        }

        return order;
    }

    private static TrainingSet Take(TrainingSet data, int[] rows) => data with
    {
        Features = data.Features.Take(rows),
        Target = data.Target!.Take(rows),
        Weights = data.Weights is { } weights ? [.. rows.Select(row => weights[row])] : null,
        Validation = null,
    };
}
