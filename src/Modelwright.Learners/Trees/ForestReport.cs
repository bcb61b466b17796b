using System.Globalization;
using Modelwright.Core.Learning;

namespace Modelwright.Learners.Trees;

/// <summary>Fits a forest and says how it went.</summary>
internal static class ForestReport
{
    /// <summary>The fitted forest with its report.</summary>
    public static Fitted Of(TrainingSet data, ParameterValues values, FitContext context, ForestParameters parameters, bool randomThresholds)
    {
        var settings = parameters.Read(values, randomThresholds);
        var (form, decided) = ForestFit.Run(data, settings, context);
        if (decided.MinSamplesLeaf != settings.MinSamplesLeaf)
        {
            values = values.With(parameters.MinSamplesLeaf.Name, decided.MinSamplesLeaf);
        }

        if (decided.MaxBytes != settings.MaxBytes)
        {
            values = values.With(parameters.MaxMegabytes.Name, parameters.MaxMegabytes.Maximum);
        }

        var trees = decided.Trees;
        if (trees == settings.Trees)
        {
            return new(form, new FitReport { Decided = values });
        }

        var warning = string.Create(CultureInfo.InvariantCulture, $"The deadline came after {trees} of {settings.Trees} trees. Give the fit more time, or ask for fewer trees.");
        return new(form, new FitReport { End = FitEnd.Deadline, Decided = values.With(parameters.Trees.Name, trees), Warnings = [warning] });
    }
}
