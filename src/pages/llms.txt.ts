/** What the guide holds, for programs that read it. */
import type { APIRoute } from 'astro';
import { llmsText } from '../site/llms.ts';

export const GET: APIRoute = () => new Response(llmsText());
