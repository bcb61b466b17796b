using Modelwright.Core.Errors;

namespace Modelwright.Monitoring.Alerts;

/// <summary>The channels that are here; others implement <see cref="IAlertChannel"/>.</summary>
public static class AlertChannels
{
    /// <summary>A line for each alarm, or one that there is none.</summary>
    /// <param name="output">Where to; stays open. Calls must not overlap.</param>
    /// <param name="time">The clock; null means that of the system.</param>
    /// <returns>The channel.</returns>
    public static IAlertChannel Log(TextWriter output, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        return new LogChannel(output, time ?? TimeProvider.System);
    }

    /// <summary>
    /// An HTTPS POST of the report as JSON. Ten seconds a try, three tries with one and four seconds between them; no redirect is followed. Errors
    /// name the host alone, since the rest of such an address is often the secret.
    /// </summary>
    /// <param name="address">An https address; http only on this machine itself (loopback). Without user name and password in it.</param>
    /// <param name="time">The clock; null means that of the system.</param>
    /// <returns>The channel; safe from any thread.</returns>
    /// <exception cref="OptionsException">The address is of another kind.</exception>
    public static IAlertChannel Webhook(Uri address, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (!address.IsAbsoluteUri || !(address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)))
        {
            throw new OptionsException("The address of a webhook must begin with https://, or with http:// and name this machine itself. Use https, so that nobody on the way reads the report or the address.");
        }

        return address.UserInfo.Length == 0
            ? new WebhookChannel(address, time ?? TimeProvider.System)
            : throw new OptionsException("The address of a webhook holds a user name or a password, which proxies and logs would see. Use an address that the receiver made for this, without them.");
    }
}
