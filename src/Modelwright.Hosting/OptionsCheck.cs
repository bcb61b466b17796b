using Microsoft.Extensions.Options;

namespace Modelwright.Hosting;

/// <summary>Checks the options of one model when the app starts; all faults come in one error.</summary>
/// <param name="model">The name of the model, for the texts.</param>
/// <param name="optionsName">The name its options have.</param>
internal sealed class OptionsCheck(string model, string optionsName) : IValidateOptions<ModelwrightOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ModelwrightOptions options)
    {
        if (name != optionsName)
        {
            return ValidateOptionsResult.Skip;
        }

        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(ModelwrightOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Path) || options.Path.Contains('\0', StringComparison.Ordinal))
        {
            yield return $"ModelwrightOptions.Path of model '{model}' must name a package. Got '{options.Path?.Replace("\0", "\\0", StringComparison.Ordinal)}'. Give a .mw file, such as 'models/churn.mw'.";
        }

        if (options.ReloadDelay < ModelwrightOptions.SmallestReloadDelay || options.ReloadDelay > ModelwrightOptions.LargestReloadDelay)
        {
            yield return FormattableString.Invariant($"ModelwrightOptions.ReloadDelay of model '{model}' must be 10 milliseconds to one hour. Got {options.ReloadDelay:c}. Leave it out for half a second.");
        }

        if (options.Limits is not { MaxBytes: > 0 })
        {
            yield return FormattableString.Invariant($"ModelwrightOptions.Limits of model '{model}' must allow at least 1 byte. Got {options.Limits?.MaxBytes.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"}. Leave it out for 1 GiB.");
        }

        if (options is { RequiredAtStart: false, Reload: false })
        {
            yield return $"ModelwrightOptions.RequiredAtStart and Reload of model '{model}' are both false, so a package that is not there at the start would never be loaded. Set one of them to true.";
        }
    }
}
