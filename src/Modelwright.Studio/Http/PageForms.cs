using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Modelwright.Studio.Http;

/// <summary>Reads the forms of pages, each only with the token that its page was given.</summary>
internal sealed class PageForms(IAntiforgery antiforgery)
{
    internal const string TokenField = "form_token";
    internal const string TokenHeader = "X-Form-Token";

    /// <summary>The title of a fault that no other try of the same page mends.</summary>
    internal const string OutOfDate = "The form is out of date";

    private const int MostFields = 4_096;
    private const int LongestName = 4_096;
    private const int LongestValue = 65_536;

    private static readonly FormOptions Limits = new() { ValueCountLimit = MostFields, KeyLengthLimit = LongestName, ValueLengthLimit = LongestValue, BufferBody = false };

    /// <summary>Reads a plain form.</summary>
    /// <exception cref="PageFault">It is none, too large, or its token is not the page's.</exception>
    internal async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new PageFault(415, "This is no form", "The request holds no form. Use the form of the page.");
        }

        IFormCollection form;
        try
        {
            form = await context.Request.ReadFormAsync(Limits, context.RequestAborted).ConfigureAwait(false);
        }
        catch (InvalidDataException cause)
        {
            throw new PageFault(400, "The form cannot be read", $"{cause.Message} Shorten what you wrote and send it again.");
        }

        await CheckAsync(context).ConfigureAwait(false);
        return form;
    }

    /// <summary>Checks the token of a form, which stands in its fields or, for files, in a header that was set from them.</summary>
    /// <exception cref="PageFault">The token is not the page's.</exception>
    internal async Task CheckAsync(HttpContext context)
    {
        try
        {
            await antiforgery.ValidateRequestAsync(context).ConfigureAwait(false);
        }
        catch (AntiforgeryValidationException)
        {
            throw new PageFault(400, OutOfDate, "It did not come from a page that this server gave to your browser, or the server was started anew since. Go back, load the page again, and send the form once more.");
        }
    }

    /// <summary>The text of a field without spaces around it; empty where it is not there.</summary>
    internal static string Text(IFormCollection form, string name) => ((string?)form[name] ?? "").Trim();
}
