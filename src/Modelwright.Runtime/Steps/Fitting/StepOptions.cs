using Modelwright.Core.Errors;

namespace Modelwright.Runtime.Steps.Fitting;

/// <summary>Checks the settings of a step when it is fitted.</summary>
internal static class StepOptions
{
    /// <summary>Throws unless every setting is at least its least value.</summary>
    /// <exception cref="OptionsException">Some are not; the text lists all.</exception>
    internal static void Check(string step, params ReadOnlySpan<(string Name, double Value, double Least)> settings)
    {
        List<string>? faults = null;
        foreach (var (name, value, least) in settings)
        {
            if (!(value >= least))
            {
                (faults ??= []).Add(FormattableString.Invariant($"{name} of step '{step}' must be at least {least}. Got {value}. Raise it, or leave it out for its default."));
            }
        }

        if (faults is not null)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }

    /// <summary>Throws unless every setting is within its range, both ends included.</summary>
    /// <exception cref="OptionsException">Some are not; the text lists all.</exception>
    internal static void CheckRange(string step, params ReadOnlySpan<(string Name, double Value, double Least, double Most)> settings)
    {
        List<string>? faults = null;
        foreach (var (name, value, least, most) in settings)
        {
            if (!(value >= least && value <= most))
            {
                (faults ??= []).Add(FormattableString.Invariant($"{name} of step '{step}' must be from {least} to {most}. Got {value}. Change it, or leave it out for its default."));
            }
        }

        if (faults is not null)
        {
            throw new OptionsException(string.Join('\n', faults));
        }
    }
}
