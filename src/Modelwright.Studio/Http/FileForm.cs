using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Modelwright.Studio.Trainings;

namespace Modelwright.Studio.Http;

/// <summary>Reads the form that sends a file, part by part: the token first, then the file, which goes to the disk as it comes.</summary>
internal static class FileForm
{
    private const int LongestBoundary = 100;
    private const int MostHeaders = 8;
    private const int MostHeaderBytes = 4_096;
    private const int MostTokenBytes = 4_096;
    private const long Around = 64 << 10;

    /// <exception cref="PageFault">It is no such form, its token is not the page's, or the file is not taken.</exception>
    internal static async Task<TrainingView> ReceiveAsync(HttpContext context, PageForms forms, TrainingDesk desk, long mostBytes)
    {
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
        {
            throw new PageFault(415, "This is no file", "The request holds no form with a file. Use the form of the page.");
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            // What is somewhat longer is still read, so that the sender sees why it is refused.
            size.MaxRequestBodySize = (mostBytes * 2) + Around;
        }

        var reader = new MultipartReader(boundary, context.Request.Body) { HeadersCountLimit = MostHeaders, HeadersLengthLimit = MostHeaderBytes };
        try
        {
            return await ReadAsync(context, reader, forms, desk).ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            throw new PageFault(400, "The form cannot be read", "It ended too early, or its parts cannot be told apart. Send the file once more.");
        }
    }

    private static async Task<TrainingView> ReadAsync(HttpContext context, MultipartReader reader, PageForms forms, TrainingDesk desk)
    {
        var isChecked = false;
        while (await reader.ReadNextSectionAsync(context.RequestAborted).ConfigureAwait(false) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var part))
            {
                continue;
            }

            var name = HeaderUtilities.RemoveQuotes(part.Name).Value;
            if (name == PageForms.TokenField)
            {
                context.Request.Headers[PageForms.TokenHeader] = await TextAsync(section.Body, context.RequestAborted).ConfigureAwait(false);
                await forms.CheckAsync(context).ConfigureAwait(false);
                isChecked = true;
            }
            else if (name == "file")
            {
                if (!isChecked)
                {
                    throw new PageFault(400, PageForms.OutOfDate, "It did not begin with the token of its page. Load the page again, and send the form once more.");
                }

                return await desk.ReceiveAsync(NameOf(part), section.Body, context.RequestAborted).ConfigureAwait(false);
            }
        }

        throw new PageFault(400, "No file came", "The form holds no file. Choose one and send it.");
    }

    private static string NameOf(ContentDispositionHeaderValue part) => (part.FileNameStar.HasValue ? part.FileNameStar : HeaderUtilities.RemoveQuotes(part.FileName)).Value is { Length: > 0 } name ? name
        : throw new PageFault(400, "No file came", "No file was chosen. Choose one and send it.");

    private static async Task<string> TextAsync(Stream body, CancellationToken cancellation)
    {
        var buffer = new byte[MostTokenBytes];
        var read = await body.ReadAtLeastAsync(buffer, MostTokenBytes, throwOnEndOfStream: false, cancellation).ConfigureAwait(false);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
