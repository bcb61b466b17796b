using System.Globalization;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Network;

/// <summary>One fit from checked data to a portable form.</summary>
internal static class NetworkFit
{
    /// <summary>Fits a network.</summary>
    /// <param name="data">Checked data.</param>
    /// <param name="values">The setting, checked.</param>
    /// <param name="context">Seed, time and cancellation.</param>
    public static Fitted Run(TrainingSet data, ParameterValues values, FitContext context)
    {
        var settings = NetworkParameters.Read(values);
        var layout = ColumnLayout.Of(data.Features, settings.MostOneHot);
        var target = new NetworkTarget(data);
        var rows = NetworkRows.Of(layout, target, data, data.Classes);
        var shape = new NetworkShape(layout, settings, target.Outputs);
        var loss = new NetworkLoss(target, shape.Widths[^1]);
        context.Cancellation.ThrowIfCancellationRequested();
        var start = NetworkStart.Of(shape, rows.Values, target.Start(rows.Labels, rows.Weights), context.Seed);
        var loop = new EpochLoop(shape, rows, Held(data, layout, target, shape, loss), start, loss, context);
        var end = loop.Run();
        return new(NetworkExport.Of(shape, loop.Best, target, data.Classes), Report(end, loop, values));
    }

    private static HeldRows? Held(TrainingSet data, ColumnLayout layout, NetworkTarget target, NetworkShape shape, NetworkLoss loss)
    {
        if (data.Validation is not { } rows)
        {
            return null;
        }

        var held = new HeldRows(NetworkRows.Of(layout, target, rows, data.Classes), shape, loss);
        return held.CanMeasure ? held : null;
    }

    private static FitReport Report(FitEnd end, EpochLoop loop, ParameterValues values)
    {
        var decided = values.With(NetworkParameters.StopEpoch.Name, loop.BestEpoch);
        var planned = Math.Min(values.Integer(NetworkParameters.Epochs), values.Integer(NetworkParameters.StopEpoch));
        return new()
        {
            End = end,
            Decided = decided,
            Warnings = end == FitEnd.Deadline
                ? [string.Create(CultureInfo.InvariantCulture, $"The deadline came after {loop.Done} of {planned} passes over the rows. Give the fit more time, or ask for fewer epochs or a smaller width.")]
                : [],
        };
    }
}
