using System.Globalization;
using Modelwright.Core.Errors;

namespace Modelwright.Cli.Options;

/// <summary>Reads moments as people name them: a day, a day with a time, or how long ago.</summary>
internal static class Moments
{
    private static readonly string[] Forms = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>Reads a moment.</summary>
    /// <param name="text">A day of local time such as '2026-03-01', with a time behind it or not, or a length of time such as '7d'.</param>
    /// <param name="option">The option it was given for, named in the error.</param>
    /// <param name="time">The clock.</param>
    /// <exception cref="OptionsException">It is neither; the text shows how to write it.</exception>
    public static DateTimeOffset Parse(string text, string option, TimeProvider time)
    {
        if (DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeLocal, out var moment))
        {
            return moment;
        }

        try
        {
            return time.GetUtcNow() - Durations.Parse(text, option);
        }
        catch (OptionsException fault)
        {
            throw new OptionsException($"{option} must be a day, or how long ago. Got '{text}'. Write 2026-03-01, 2026-03-01T09:30, or 7d.", fault);
        }
    }
}
