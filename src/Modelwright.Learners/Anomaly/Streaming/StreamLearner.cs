using Modelwright.Core.Data;
using Modelwright.Core.Errors;
using Modelwright.Core.Learning;
using Modelwright.Runtime.Forms.Anomalies.Streaming;

namespace Modelwright.Learners.Anomaly.Streaming;

/// <summary>
/// Watches series for strange readings as they come: a fit says which columns are watched and how; what is usual is learned by
/// the form from each series as it is read, so that one form serves series that were never seen.
/// </summary>
/// <remarks>See <see cref="StreamForm"/>. Its form scores streams (<see cref="Core.Learning.Streams.IScoresStreams"/>) and not rows for themselves.</remarks>
public sealed class StreamLearner : ILearner
{
    private const double SecondsACell = 2e-9;

    /// <inheritdoc/>
    public LearnerInfo Info { get; } = new()
    {
        Name = "stream_watch",
        Title = "Stream watch",
        Tasks = [LearningTask.Anomalies],
        Takes = [ColumnType.Number],
        TakesMissing = true,
        ReadsInOrder = true,
        Source = "Ahmad, Lavin, Purdy & Agha 2017, \"Unsupervised real-time anomaly detection for streaming data\"; Siffer et al. 2017, \"Anomaly detection in streams with extreme value theory\"; Bates & Granger 1969, \"The combination of forecasts\".",
    };

    /// <inheritdoc/>
    public IReadOnlyList<ParameterSpec> Parameters => StreamParameters.All;

    /// <inheritdoc/>
    public string? Unavailable => null;

    /// <inheritdoc/>
    public IReadOnlyList<ParameterValues> Recommend(DataShape shape) => [ParameterValues.Default];

    /// <inheritdoc/>
    public FitCost Estimate(DataShape shape, ParameterValues values)
    {
        ArgumentNullException.ThrowIfNull(shape);
        return new(1e-5 + (SecondsACell * shape.Rows * shape.Numbers), 4096);
    }

    /// <inheritdoc/>
    /// <exception cref="DataException">No rows, no column, a column that is no number or holds infinity; the text lists all.</exception>
    public Fitted Fit(TrainingSet data, ParameterValues values, FitContext context)
    {
        var admitted = TrainingChecks.Admit(this, data, values, context);
        FormInput[] inputs = [.. admitted.Features.Columns.Select(column => new FormInput(column.Name, ColumnType.Number, []))];
        return new(new StreamForm(inputs, StreamParameters.Read(values)), new FitReport { Decided = values, Warnings = [.. UnusedWeights.Warnings(this, admitted)] });
    }
}
