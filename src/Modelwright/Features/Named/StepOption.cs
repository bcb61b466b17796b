using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Features.Named;

/// <summary>An option of a step as it may be written in --steps.</summary>
internal sealed record StepOption
{
    private StepOption(string name) => Name = name;

    /// <summary>The word before the sign of equality.</summary>
    internal string Name { get; }

    private double Least { get; init; }

    private double Most { get; init; }

    private bool IsWhole { get; init; }

    private IReadOnlyList<string>? Words { get; init; }

    /// <summary>A number from one to another.</summary>
    internal static StepOption Number(string name, double least, double most) => new(name) { Least = least, Most = most };

    /// <summary>A whole number from one to another.</summary>
    internal static StepOption Whole(string name, int least, int most) => new(name) { Least = least, Most = most, IsWhole = true };

    /// <summary>One of some words.</summary>
    internal static StepOption Word(string name, params IReadOnlyList<string> words) => new(name) { Words = words };

    /// <summary>Yes or no.</summary>
    internal static StepOption Flag(string name) => Word(name, "yes", "no");

    /// <summary>What is wrong with a value; null where nothing is.</summary>
    internal string? Fault(string value)
    {
        if (Words is { } words)
        {
            return words.Contains(value, StringComparer.Ordinal)
                ? null
                : $"{Name} is '{value}', which is not known.{NearestName.Suggest(value, words)} There are: {string.Join(", ", words)}.";
        }

        var isNumber = double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        return isNumber && number >= Least && number <= Most && (!IsWhole || number == Math.Floor(number))
            ? null
            : FormattableString.Invariant($"{Name} must be a {(IsWhole ? "whole " : "")}number from {Least} to {Most}. Got '{value}'. Change it, or leave it out for its default.");
    }
}
