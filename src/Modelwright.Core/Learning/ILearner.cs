using Modelwright.Core.Errors;

namespace Modelwright.Core.Learning;

/// <summary>An algorithm with a parameter space. Stateless and safe from any thread: all it learns is in what it returns.</summary>
public interface ILearner
{
    /// <summary>What it says of itself.</summary>
    LearnerInfo Info { get; }

    /// <summary>What can be set.</summary>
    IReadOnlyList<ParameterSpec> Parameters { get; }

    /// <summary>Why it cannot work on this machine and what to do, such as a native library that is not there; null where it can.</summary>
    string? Unavailable { get; }

    /// <summary>Settings worth trying, best first; the first is the learner's default. Never empty.</summary>
    /// <param name="shape">The data, and the seconds a fit may take.</param>
    /// <returns>Settings that pass <see cref="ParameterValues.Check"/>.</returns>
    IReadOnlyList<ParameterValues> Recommend(DataShape shape);

    /// <summary>What a fit is expected to cost.</summary>
    /// <param name="shape">The data.</param>
    /// <param name="values">The setting.</param>
    /// <returns>An estimate for one thread; search corrects it by what it measures.</returns>
    FitCost Estimate(DataShape shape, ParameterValues values);

    /// <summary>Learns. Changes neither its input nor itself; native handles die inside.</summary>
    /// <param name="data">What to learn from; features of the types in <see cref="LearnerInfo.Takes"/>.</param>
    /// <param name="values">The setting.</param>
    /// <param name="context">Seed, threads, time and cancellation.</param>
    /// <returns>The form and what is to be said about the fit.</returns>
    /// <exception cref="OptionsException">A value is out of range or unknown.</exception>
    /// <exception cref="DataException">The data cannot be learned from: no rows, no usable column, a target of one value …</exception>
    /// <exception cref="OperationCanceledException">Cancelled before there was a usable form.</exception>
    Fitted Fit(TrainingSet data, ParameterValues values, FitContext context);
}
