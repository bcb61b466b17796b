using System.Diagnostics;
using Modelwright.Hosting.Measuring;
using Modelwright.Runtime.Prediction;

namespace Modelwright.Hosting;

/// <summary>A model as it was loaded at one time. Stays as it is when another one takes its place: who holds it can finish with it.</summary>
public sealed class LoadedModel
{
    private readonly TagList _tags;

    internal LoadedModel(string name, Predictor predictor, DateTimeOffset loadedAt)
    {
        Predictor = predictor;
        ModelId = predictor.Package.ModelId;
        LoadedAt = loadedAt;
        _tags = new() { { PredictionMeasures.ModelName, name }, { PredictionMeasures.ModelId, ModelId } };
    }

    /// <summary>What answers. It is shared by the whole app, so it is not to be disposed; what it is asked directly is not measured.</summary>
    public Predictor Predictor { get; }

    /// <summary>64 hexadecimal digits that tell models apart.</summary>
    public string ModelId { get; }

    /// <summary>When the package had been read and checked, in UTC.</summary>
    public DateTimeOffset LoadedAt { get; }

    /// <summary>The tags of all its measurements, made once.</summary>
    internal ref readonly TagList Tags => ref _tags;
}
