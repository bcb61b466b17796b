using Modelwright.Core.Learning;

namespace Modelwright.Learners.Network;

/// <summary>The settings worth trying.</summary>
internal static class NetworkPortfolio
{
    /// <summary>Numbers above which cosines take more time than they bring.</summary>
    private const int MostWithCosines = 150;

    /// <summary>Rows below which fewer units are enough.</summary>
    private const int FewRows = 500;
    private const int FewRowsOfNumbers = 2_500;

    private const int FewestEpochs = 4;
    private const int LeastWidth = 32;

    /// <summary>Passes without a gain, as a share of all: the last wave of the schedule is more than half of it, and its gain comes late.</summary>
    private const double PatienceShare = 0.375;

    /// <summary>Settings, best first, each as small as the time and the size ask for.</summary>
    public static IReadOnlyList<ParameterValues> Of(DataShape shape)
    {
        var isClasses = shape.Task.AnswersClasses;
        var plain = Sized(shape)
            .With(NetworkParameters.LearningRate.Name, isClasses ? 0.03 : 0.04)
            .With(NetworkParameters.Dropout.Name, isClasses ? 0.1 : 0.05)
            .With(NetworkParameters.Activation.Name, isClasses ? "selu" : "mish");
        ParameterValues[] settings =
        [
            plain,
            plain.With(NetworkParameters.Activation.Name, isClasses ? "mish" : "selu").With(NetworkParameters.BatchRows.Name, plain.Integer(NetworkParameters.BatchRows) / 2),
            plain.With(NetworkParameters.Cosines.Name, "none").With(NetworkParameters.LearningRate.Name, 0.02),
            plain.With(NetworkParameters.Dropout.Name, 0.3).With(NetworkParameters.WeightDecay.Name, 0.05),
            plain.With(NetworkParameters.FrequencyScale.Name, 0.5).With(NetworkParameters.Dropout.Name, 0),
            plain.With(NetworkParameters.Layers.Name, 2).With(NetworkParameters.Width.Name, 256),
        ];
        return [.. settings.Select(setting => Bounded(shape, setting)).DistinctBy(setting => setting.ToString(), StringComparer.Ordinal)];
    }

    private static ParameterValues Sized(DataShape shape)
    {
        var (epochs, batch) = shape.Rows switch
        {
            < 2_000 => (shape.Task.AnswersClasses ? 128 : 64, 64),
            < 6_000 => (64, 64),
            < 20_000 => (64, 128),
            _ => (32, 256),
        };
        var values = ParameterValues.Default
            .With(NetworkParameters.Epochs.Name, epochs)
            .With(NetworkParameters.BatchRows.Name, batch)
            .With(NetworkParameters.Width.Name, shape.Rows < (shape.Task.AnswersClasses ? FewRows : FewRowsOfNumbers) ? 64 : 128);
        return shape.Numbers > MostWithCosines ? values.With(NetworkParameters.Cosines.Name, "none") : values;
    }

    /// <summary>Fewer passes, then fewer units, where the time does not suffice; fewer units where the size does not.</summary>
    private static ParameterValues Bounded(DataShape shape, ParameterValues values)
    {
        for (var epochs = values.Integer(NetworkParameters.Epochs); epochs > FewestEpochs && Cost(shape, values).Seconds > shape.Seconds;)
        {
            epochs = Math.Max(FewestEpochs, epochs * 2 / 3);
            values = values.With(NetworkParameters.Epochs.Name, epochs);
        }

        for (var width = values.Integer(NetworkParameters.Width); width > LeastWidth && (Cost(shape, values).Seconds > shape.Seconds || Bytes(shape, values) > shape.Bytes);)
        {
            width = Math.Max(LeastWidth, width / 2);
            values = values.With(NetworkParameters.Width.Name, width);
        }

        return values.With(NetworkParameters.Patience.Name, Math.Max(1, Math.Round(PatienceShare * values.Integer(NetworkParameters.Epochs))));
    }

    private static FitCost Cost(DataShape shape, ParameterValues values) => NetworkCost.Of(shape, NetworkParameters.Read(values));

    private static double Bytes(DataShape shape, ParameterValues values)
    {
        double width = values.Integer(NetworkParameters.Width);
        return 4 * width * ((shape.Features * 4.0) + (width * values.Integer(NetworkParameters.Layers)) + shape.Outputs);
    }
}
