using Modelwright.Core.Data;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Constant;

namespace Modelwright.Tests.Data;

/// <summary>A learner that answers the class shares, moved by its one parameter; it can be told to fail, wait or be unavailable.</summary>
internal sealed class ShareLearner(string name, bool isBaseline = false, bool storesRows = false) : ILearner
{
    private static readonly ParameterSpec Shift = ParameterSpec.Number("shift", (0, 0.5), 0, "Moves probability to the first class.");

    public LearnerInfo Info { get; private init; } = new()
    {
        Name = name,
        Title = name,
        Tasks = [LearningTask.Classification],
        Takes = [ColumnType.Number, ColumnType.Category],
        TakesMissing = true,
        IsBaseline = isBaseline,
        StoresRows = storesRows,
        Source = "Made for tests.",
    };

    public double Strength
    {
        get => Info.Strength;
        init => Info = Info with { Strength = value };
    }

    public bool IsRandom
    {
        get => Info.IsRandom;
        init => Info = Info with { IsRandom = value };
    }

    public IReadOnlyList<ParameterSpec> Parameters { get; init; } = [Shift];

    public string? Unavailable { get; init; }

    public Exception? Fault { get; init; }

    public Action<FitContext>? OnFit { get; init; }

    public FitEnd End { get; init; }

    public IReadOnlyList<ParameterValues> Settings { get; init; } = [ParameterValues.Default];

    public FitCost Cost { get; init; } = new(0.001, 1000);

    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => Settings;

    public FitCost Estimate(DataShape shape, ParameterValues values) => Cost;

    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        OnFit?.Invoke(context);
        if (Fault is not null)
        {
            throw Fault;
        }

        var target = (CategoryColumn)data.Target!;
        var shares = new double[target.Levels.Count];
        for (var row = 0; row < target.RowCount; row++)
        {
            shares[target.Codes.At(row)] += 1.0 / target.RowCount;
        }

        var shift = values.Number(Shift);
        double[] moved = [.. shares.Select((share, index) => ((1 - shift) * share) + (index == 0 ? shift : 0))];
        return new(new ClassConstantForm(target.Levels, moved), new FitReport { Decided = values, End = End });
    }
}
